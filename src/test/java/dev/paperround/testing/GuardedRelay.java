package dev.paperround.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;

/** A real SMTP server on a loopback port that takes mails only over TLS and after AUTH. */
public final class GuardedRelay implements AutoCloseable {
    private final LoopbackServer server;
    private final List<String> messageIds = new CopyOnWriteArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private volatile Identity identity;
    private volatile boolean encryptedFromTheStart;
    private volatile String startTls;
    private volatile String mechanisms;
    private volatile String afterLogin;

    public GuardedRelay(int port) {
        server = new LoopbackServer("guarded-relay", port, socket -> new Conversation(socket).run());
    }

    public int port() {
        return server.port();
    }

    /** As if started anew, and with nothing the matter. */
    public void behave(Identity shown, boolean fromTheStart) {
        server.hangUp();
        identity = shown;
        encryptedFromTheStart = fromTheStart;
        startTls = "220 2.0.0 ready";
        mechanisms = "PLAIN LOGIN";
        afterLogin = "235 2.7.0 welcome";
        messageIds.clear();
        logins.clear();
    }

    public void speakPlainly() {
        encryptedFromTheStart = false;
    }

    /** After a reply other than 220 nothing is encrypted; an empty one: STARTTLS is not offered. */
    public void answerStartTls(String reply) {
        startTls = reply;
    }

    /** Empty: AUTH is not offered. */
    public void offerAuth(String names) {
        mechanisms = names;
    }

    public void answerLogin(String reply) {
        afterLogin = reply;
    }

    /** Of every mail that was accepted, in the order they came. */
    public List<String> messageIds() {
        return List.copyOf(messageIds);
    }

    /** Mechanism, user and password of each attempt. */
    public List<String> logins() {
        return List.copyOf(logins);
    }

    private final class Conversation {
        private Socket socket;
        private BufferedReader in;
        private boolean encrypted;
        private boolean loggedIn;

        Conversation(Socket socket) throws IOException {
            use(socket);
        }

        private void use(Socket other) throws IOException {
            socket = other;
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        void run() throws IOException {
            if (encryptedFromTheStart) {
                encrypt();
            }
            say("220 guarded.example ESMTP");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                answer(line);
            }
        }

        private void encrypt() throws IOException {
            var secured = (SSLSocket) identity.shown().getSocketFactory().createSocket(socket, null, true);
            secured.setUseClientMode(false);
            secured.startHandshake();
            use(secured);
            encrypted = true;
        }

        private void answer(String line) throws IOException {
            switch (line.split("[ :]", 2)[0]) {
                case "EHLO" -> say("250-guarded.example\r\n" + offers() + "250 8BITMIME");
                case "STARTTLS" -> {
                    say(startTls);
                    if (startTls.matches("220[^\r]*")) {
                        encrypt();
                    }
                }
                case "AUTH" -> logIn(line.split(" "));
                case "MAIL", "RCPT" -> say(loggedIn ? "250 2.1.0 fine" : "530 5.7.0 Authentication required");
                case "DATA" -> data();
                default -> say("250 2.0.0 fine");
            }
        }

        private String offers() {
            if (!encrypted) {
                return startTls.isEmpty() ? "" : "250-STARTTLS\r\n";
            }
            return mechanisms.isEmpty() ? "" : "250-AUTH " + mechanisms + "\r\n";
        }

        private void logIn(String[] command) throws IOException {
            if (command[1].equals("PLAIN")) {
                logins.add("PLAIN " + decoded(command[2]).replace('\0', ' '));
            } else {
                say("334 UGFzc3dvcmQ6");
                logins.add("LOGIN " + decoded(command[2]) + " " + decoded(in.readLine()));
            }
            say(afterLogin);
            loggedIn = afterLogin.startsWith("235");
        }

        private static String decoded(String base64) {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        }

        private void data() throws IOException {
            say("354 go ahead");
            for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                if (line.startsWith("Message-ID: ")) {
                    messageIds.add(line);
                }
            }
            say("250 2.0.0 queued");
        }

        private void say(String reply) throws IOException {
            socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
