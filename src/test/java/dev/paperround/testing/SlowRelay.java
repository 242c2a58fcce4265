package dev.paperround.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Takes every mail and is in no hurry to say so, so that there is always one under way on each connection. */
public final class SlowRelay implements AutoCloseable {
    private static final String MESSAGE_ID = "Message-ID: <";
    private static final String TO = "To: ";

    private final Map<Long, Integer> taken = new ConcurrentHashMap<>();
    private final Map<String, Integer> received = new ConcurrentHashMap<>();
    private final long milliseconds;
    private final LoopbackServer server;

    public SlowRelay(long milliseconds) {
        this.milliseconds = milliseconds;
        server = new LoopbackServer("slow-relay", 0, this::serve);
    }

    public int port() {
        return server.port();
    }

    /** How often each delivery's mail was taken, by the number that its Message-ID begins with. */
    public Map<Long, Integer> taken() {
        return Map.copyOf(taken);
    }

    /** How many mails came for each address. */
    public Map<String, Integer> received() {
        return Map.copyOf(received);
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        say(socket, "220 slow.example ESMTP");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            answer(line, in, socket);
        }
    }

    private void answer(String line, BufferedReader in, Socket socket) throws IOException, InterruptedException {
        switch (line.split("[ :]", 2)[0]) {
            case "EHLO" -> say(socket, "250-slow.example\r\n250-PIPELINING\r\n250 8BITMIME");
            case "DATA" -> {
                say(socket, "354 go ahead");
                take(in);
                TimeUnit.MILLISECONDS.sleep(milliseconds);
                say(socket, "250 2.0.0 queued");
            }
            default -> say(socket, "250 fine");
        }
    }

    private void take(BufferedReader in) throws IOException {
        var id = "";
        var to = "";
        var line = in.readLine();
        while (line != null && !line.equals(".")) {
            id = line.startsWith(MESSAGE_ID) ? line.substring(MESSAGE_ID.length(), line.indexOf('.')) : id;
            to = line.startsWith(TO) ? line.substring(TO.length()) : to;
            line = in.readLine();
        }
        if (line == null) {
            throw new IOException("A mail without its last line is not taken.");
        }
        taken.merge(Long.parseLong(id, Character.MAX_RADIX), 1, Integer::sum);
        received.merge(to, 1, Integer::sum);
    }

    private static void say(Socket socket, String reply) throws IOException {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
