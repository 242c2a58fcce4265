package dev.paperround.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A real SMTP server on a loopback port that answers each step, by recipient, as it was told. */
public final class ScriptedRelay implements AutoCloseable {
    /** Instead of a reply: the connection is closed. */
    public static final String DROP = "DROP";
    /** Instead of a reply: silence, for as long as the other side bears it. */
    public static final String HANG = "HANG";
    /** Before a reply: it comes letter by letter. */
    public static final String DRIP = "DRIP ";

    public enum Step {
        CONNECT,
        EHLO,
        MAIL,
        RCPT,
        DATA,
        /** Amid the mail; only to drop or to hang there. */
        BODY,
        /** After the final dot. */
        DOT
    }

    /** A mail that got as far as the final dot, and the reply that it got. */
    public record Received(String recipient, String messageId, String message, String reply) {}

    private final LoopbackServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, String> script = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private volatile String offered = "PIPELINING";

    public ScriptedRelay(int port) {
        server = new LoopbackServer("scripted-relay", port, socket -> new Conversation(socket).run());
    }

    public int port() {
        return server.port();
    }

    /** From now on; {@code recipient} is ignored before RCPT. */
    public void answer(Step step, String recipient, String reply) {
        script.put(key(step, recipient), reply);
    }

    /** As if started anew. */
    public void behave() {
        server.hangUp();
        script.clear();
        gates.clear();
        offered = "PIPELINING";
        received.clear();
    }

    /** The mail is taken in, and its reply waits until the gate opens. */
    public void answerAfter(CountDownLatch gate, String recipient) {
        gates.put(recipient, gate);
    }

    public void offer(String extensions) {
        offered = extensions;
    }

    public long accepted(String recipient) {
        return received(recipient).stream()
                .filter(it -> it.reply().startsWith("2"))
                .count();
    }

    /** Connections, so far. */
    public int mostAtOnce() {
        return server.mostAtOnce();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public List<Received> received(String recipient) {
        return received.stream().filter(it -> it.recipient().equals(recipient)).toList();
    }

    private static String key(Step step, String recipient) {
        return step + " " + (step.compareTo(Step.RCPT) < 0 ? "" : recipient);
    }

    private String reply(Step step, String recipient, String otherwise) {
        return script.getOrDefault(key(step, recipient), otherwise);
    }

    private final class Conversation {
        private final Socket socket;
        private final BufferedReader in;
        private String recipient = "";

        Conversation(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        void run() throws IOException {
            var open = say(reply(Step.CONNECT, "", "220 scripted.example ESMTP"));
            while (open) {
                var line = in.readLine();
                open = line != null && answer(line);
            }
        }

        private boolean answer(String line) throws IOException {
            var verb = line.split("[ :]", 2)[0].toUpperCase();
            return switch (verb) {
                case "EHLO" -> say(reply(Step.EHLO, "", "250-scripted.example\r\n250-" + offered + "\r\n250 8BITMIME"));
                case "MAIL" -> say(reply(Step.MAIL, "", "250 2.1.0 sender fine"));
                case "RCPT" -> {
                    recipient = line.replaceAll("(?i)^RCPT TO:<|>.*$", "");
                    yield say(reply(Step.RCPT, recipient, "250 2.1.5 recipient fine"));
                }
                case "DATA" -> data();
                case "QUIT" -> {
                    say("221 bye");
                    yield false;
                }
                default -> say("250 fine");
            };
        }

        private boolean data() throws IOException {
            var rcpt = reply(Step.RCPT, recipient, "250");
            if (!rcpt.startsWith("2") && !script.containsKey(key(Step.DATA, recipient))) {
                return say("554 5.5.1 no valid recipients");
            }
            var go = reply(Step.DATA, recipient, "354 go ahead");
            if (!say(go) || !go.startsWith("354")) {
                return !go.equals(DROP) && !go.equals(HANG);
            }
            var amid = reply(Step.BODY, recipient, "");
            if (!amid.isEmpty()) {
                in.readLine();
                return say(amid);
            }
            var message = new StringBuilder();
            for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                message.append(line).append('\n');
            }
            var reply = reply(Step.DOT, recipient, "250 2.0.0 queued");
            if (message.toString().isBlank()) {
                return say("554 5.5.1 no valid recipients");
            }
            var id = message.substring(message.indexOf("Message-ID: ") + 12)
                    .lines()
                    .findFirst()
                    .orElse("");
            received.add(new Received(recipient, id, message.toString(), reply));
            var gate = gates.get(recipient);
            if (gate != null) {
                awaitOpen(gate);
            }
            return say(reply);
        }

        private boolean say(String reply) throws IOException {
            if (reply.equals(DROP)) {
                socket.close();
                return false;
            }
            if (reply.equals(HANG)) {
                in.lines().forEach(ignored -> {});
                return false;
            }
            var bytes = (reply.replaceFirst("^" + DRIP, "") + "\r\n").getBytes(StandardCharsets.UTF_8);
            for (var from = 0; from < bytes.length; from += reply.startsWith(DRIP) ? 1 : bytes.length) {
                socket.getOutputStream().write(bytes, from, reply.startsWith(DRIP) ? 1 : bytes.length);
            }
            return true;
        }

        private void awaitOpen(CountDownLatch gate) throws IOException {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
