package dev.paperround;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A relay that takes every mail, slowly enough that there is always one on each connection, and counts how often it took
 * each delivery's. A mail is taken when its last line was read, whether or not the reply still arrives.
 */
final class CountingSink implements AutoCloseable {
    /** Where in its exchange a mail is. */
    enum Step {
        MAIL,
        RCPT,
        DATA,
        BODY,
        BEFORE_REPLY,
        AFTER_REPLY
    }

    private static final Pattern MESSAGE_ID = Pattern.compile("(?i)message-id: <([0-9a-z]+)\\..*");
    private static final int SLOWEST_MILLISECONDS = 30;

    private final Map<Long, Integer> taken = new ConcurrentHashMap<>();
    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final int slowest;
    private volatile Consumer<Step> watcher = step -> {};

    CountingSink() throws IOException {
        this(SLOWEST_MILLISECONDS);
    }

    /** {@code slowest}: milliseconds it takes over a mail at most. */
    CountingSink(int slowest) throws IOException {
        this.slowest = slowest;
        var connections = Executors.newCachedThreadPool(work -> {
            var thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        connections.execute(() -> accept(connections::execute));
    }

    int port() {
        return server.getLocalPort();
    }

    /** Told of each step of each mail, on its connection's thread. */
    void watch(Consumer<Step> next) {
        watcher = next;
    }

    /** How often each delivery's mail was taken. */
    Map<Long, Integer> taken() {
        return taken;
    }

    private void accept(Consumer<Runnable> threads) {
        try {
            while (true) {
                var socket = server.accept();
                threads.accept(() -> serve(socket));
            }
        } catch (IOException closed) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                var in = new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1 << 16)) {
            // Three replies to three commands at once would wait for each other otherwise.
            socket.setTcpNoDelay(true);
            reply(socket, "220 ready");
            for (var line = in.readLine(); line != null && !line.equals("QUIT"); line = in.readLine()) {
                answer(line, in, socket);
            }
        } catch (IOException | InterruptedException theOtherEndDied) {
            // Its mail was not ended, so it was not taken.
            return;
        }
    }

    private void answer(String line, BufferedReader in, Socket socket) throws IOException, InterruptedException {
        if (line.startsWith("EHLO")) {
            reply(socket, "250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
        } else if (line.startsWith("MAIL")) {
            watcher.accept(Step.MAIL);
            reply(socket, "250 ok");
        } else if (line.startsWith("RCPT")) {
            watcher.accept(Step.RCPT);
            reply(socket, "250 ok");
        } else if (line.equals("DATA")) {
            watcher.accept(Step.DATA);
            reply(socket, "354 go on");
            take(in);
            reply(socket, "250 2.0.0 taken");
            watcher.accept(Step.AFTER_REPLY);
        } else {
            reply(socket, "250 ok");
        }
    }

    private void take(BufferedReader in) throws IOException, InterruptedException {
        var delivery = -1L;
        var begun = false;
        var line = in.readLine();
        while (!".".equals(line)) {
            if (line == null) {
                throw new IOException("The mail was not ended.");
            }
            var id = delivery < 0 ? MESSAGE_ID.matcher(line) : null;
            if (id != null && id.matches()) {
                delivery = Long.parseLong(id.group(1), Character.MAX_RADIX);
            } else if (!begun && line.isEmpty()) {
                begun = true;
                watcher.accept(Step.BODY);
            }
            line = in.readLine();
        }
        taken.merge(delivery, 1, Integer::sum);
        watcher.accept(Step.BEFORE_REPLY);
        Thread.sleep(new Random().nextInt(slowest + 1));
    }

    private static void reply(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
