package dev.paperround;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A file system of its own that is soon full. */
record SmallDisk(Path directory) implements AutoCloseable {
    private static final int MEGABYTES = 400;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long MORE = TimeUnit.SECONDS.toNanos(2);

    static final class NotAllowed extends Exception {
        private static final long serialVersionUID = 1;

        NotAllowed(String why) {
            super(why);
        }
    }

    static SmallDisk mounted(Path directory) throws IOException, InterruptedException, NotAllowed {
        Files.createDirectories(directory);
        var options = "mode=0777,size=" + MEGABYTES + "m";
        var mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", options, "none", directory.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(mount.getInputStream().readAllBytes());
        if (mount.waitFor() != 0) {
            throw new NotAllowed(said.strip());
        }
        return new SmallDisk(directory);
    }

    /** Until somebody has noticed, and some seconds more; what is freed meanwhile is filled as well. */
    void keepFull(Callable<Boolean> noticed) throws Exception {
        var begun = System.nanoTime();
        var end = begun + PATIENCE;
        var isNoticed = false;
        try (var file = Files.newByteChannel(filler(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (System.nanoTime() < end) {
                fill(file);
                Thread.sleep(20);
                if (!isNoticed && noticed.call()) {
                    isNoticed = true;
                    end = System.nanoTime() + MORE;
                }
            }
        }
        if (!isNoticed) {
            throw new AssertionError("The disk was full, and nobody noticed.");
        }
    }

    private static void fill(WritableByteChannel file) {
        try {
            while (true) {
                file.write(ByteBuffer.allocate(1 << 16));
            }
        } catch (IOException full) {
            // For now.
        }
    }

    void free() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    @Override
    public void close() throws IOException {
        try {
            new ProcessBuilder("umount", "-l", directory.toString()).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
