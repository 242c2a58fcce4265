package dev.paperround.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Greets before the other side has had time to listen, and hangs up as soon as it has taken a mail. */
public final class HastyRelay implements AutoCloseable {
    private final ServerSocket server;
    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    private record Taken(String recipient, long atNanos) {}

    public HastyRelay(int port) {
        try {
            server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.execute(this::accept);
    }

    public List<String> recipients() {
        return taken.stream().map(Taken::recipient).toList();
    }

    /** The longest time without a mail, among so many from that one on. */
    public Duration longestPause(int first, int mails) {
        var longest = 0L;
        for (var i = first + 1; i < first + mails; i++) {
            longest =
                    Math.max(longest, taken.get(i).atNanos() - taken.get(i - 1).atNanos());
        }
        return Duration.ofNanos(longest);
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                say(socket, "220 hasty.example ESMTP");
                connections.execute(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
            var recipient = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.split("[ :]", 2)[0]) {
                    case "EHLO" -> say(socket, "250-hasty.example\r\n250-PIPELINING\r\n250 8BITMIME");
                    case "RCPT" -> {
                        recipient = line.replaceAll("^RCPT TO:<|>.*$", "");
                        say(socket, "250 fine");
                    }
                    case "DATA" -> {
                        say(socket, "354 go ahead");
                        take(in, recipient);
                        say(socket, "250 2.0.0 queued");
                        return;
                    }
                    default -> say(socket, "250 fine");
                }
            }
        } catch (IOException gone) {
            // A mail without its last line was not taken.
        }
    }

    private void take(BufferedReader in, String recipient) throws IOException {
        var line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("The mail was not ended.");
        }
        taken.add(new Taken(recipient, System.nanoTime()));
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.shutdownNow();
    }
}
