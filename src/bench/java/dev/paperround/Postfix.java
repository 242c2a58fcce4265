package dev.paperround;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Postfix's {@code smtp-sink} that takes every mail, and its {@code smtp-source} that makes them, written in C. */
final class Postfix {
    private static final Path TOOLS = Path.of("/usr/sbin");

    /** Takes mails on a port until it is closed. */
    record Sink(Process process, int port) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Postfix() {}

    static Sink sink(int port) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(tool("smtp-sink")));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.addAll(List.of("127.0.0.1:" + port, "1000"));
        var sink = new Sink(new ProcessBuilder(command).inheritIO().start(), port);
        while (!answers(port)) {
            if (!sink.process().isAlive()) {
                throw new IllegalStateException("smtp-sink did not start on port " + port);
            }
            Thread.sleep(5);
        }
        return sink;
    }

    /** Mails a second over connections that stay open. */
    static double source(int port, int mails, int bytes, int connections) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var process = new ProcessBuilder(
                        tool("smtp-source"),
                        "-d",
                        "-s",
                        Integer.toString(connections),
                        "-m",
                        Integer.toString(mails),
                        "-l",
                        Integer.toString(bytes),
                        "-t",
                        "reader@example.org",
                        "127.0.0.1:" + port)
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("smtp-source failed");
        }
        return mails / ((System.nanoTime() - begun) / 1e9);
    }

    private static String tool(String name) {
        var tool = TOOLS.resolve(name);
        if (!Files.isExecutable(tool)) {
            throw new IllegalStateException(name + " is missing; it comes with Debian's package postfix.");
        }
        return tool.toString();
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
