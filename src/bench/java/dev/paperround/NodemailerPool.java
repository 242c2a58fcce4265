package dev.paperround;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Nodemailer's pool of ten connections, fetched by npm; it builds each mail from its two parts, as its users do. */
final class NodemailerPool {
    private final Path directory;

    private NodemailerPool(Path directory) {
        this.directory = directory;
    }

    static NodemailerPool install() throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("nodemailer");
        for (var file : new String[] {"package.json", "pool.js"}) {
            Files.copy(Path.of("src/bench/node", file), directory.resolve(file));
        }
        Files.writeString(directory.resolve("mail.html"), SampleMail.html());
        Files.writeString(directory.resolve("mail.txt"), SampleMail.text());
        run(directory, "npm", "install", "--silent", "--no-audit", "--no-fund");
        return new NodemailerPool(directory);
    }

    /** Mails a second. */
    double send(int port, int mails) throws IOException, InterruptedException {
        return Double.parseDouble(run(directory, "node", "pool.js", "" + port, "" + mails, "mail.html", "mail.txt")
                .strip());
    }

    private static String run(Path directory, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
        }
        return output;
    }
}
