package dev.paperround.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real SMTP server on a loopback port that keeps every byte as it came; it takes SMTPUTF8 too. */
public final class WireTap implements AutoCloseable {
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile String last = "SMTPUTF8";
    private final LoopbackServer server = new LoopbackServer("wire-tap", 0, this::serve);

    /** As the last of what it can do. */
    public void offer(String extension) {
        last = extension;
    }

    public int port() {
        return server.port();
    }

    /** Since the last time, without their ends; a character is a byte. */
    public List<String> commands() {
        var all = List.copyOf(commands);
        commands.clear();
        return all;
    }

    /** Since the last time, up to the final dot. */
    public List<String> messages() {
        var all = List.copyOf(messages);
        messages.clear();
        return all;
    }

    private void serve(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        say(socket, "220 tap.example ESMTP");
        for (var line = until(in, "\r\n"); line != null; line = until(in, "\r\n")) {
            commands.add(line);
            var verb = line.split(" ", 2)[0];
            say(
                    socket,
                    switch (verb) {
                        case "EHLO" -> "250-tap.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 " + last;
                        case "DATA" -> "354 go ahead";
                        case "QUIT" -> "221 bye";
                        default -> "250 2.0.0 fine";
                    });
            if (verb.equals("DATA")) {
                messages.add(until(in, "\r\n.\r\n") + "\r\n");
                say(socket, "250 2.0.0 queued");
            }
        }
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String until(InputStream in, String end) throws IOException {
        var read = new ByteArrayOutputStream();
        for (var next = in.read(); next >= 0; next = in.read()) {
            read.write(next);
            if (next == '\n' && endsWith(read, end)) {
                var all = read.toString(StandardCharsets.ISO_8859_1);
                return all.substring(0, all.length() - end.length());
            }
        }
        return null;
    }

    private static boolean endsWith(ByteArrayOutputStream read, String end) {
        var bytes = read.toByteArray();
        var from = Math.max(0, bytes.length - end.length());
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).equals(end);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
