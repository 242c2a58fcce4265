package dev.paperround.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hands a mail to the relay of the settings, command by command. */
public final class PlainSmtp {
    private PlainSmtp() {}

    /** @param message headers, an empty line and the body, in lines ended by LF */
    public static void send(String from, String to, String message) {
        var port = ConfigProvider.getConfig().getValue("quarkus.mailer.port", int.class);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            expect(in, "220");
            say(socket, "HELO test.example", in, "250");
            say(socket, "MAIL FROM:<" + from + ">", in, "250");
            say(socket, "RCPT TO:<" + to + ">", in, "250");
            say(socket, "DATA", in, "354");
            say(socket, message.replace("\n", "\r\n") + "\r\n.", in, "250");
            say(socket, "QUIT", in, "221");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Socket socket, String line, BufferedReader in, String reply) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        expect(in, reply);
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        var line = in.readLine();
        if (line == null || !line.startsWith(code)) {
            throw new IOException("expected " + code + ", got " + line);
        }
    }
}
