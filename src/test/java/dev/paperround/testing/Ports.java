package dev.paperround.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Where servers of tests listen. */
public final class Ports {
    private static final String SHARED = "paperround.test.port.";

    private Ports() {}

    /** One on which nothing listens, below those that systems give to outgoing connections, which would take it meanwhile. */
    public static int free() {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * The same for a profile's settings and for the tests that open a server there. The profile lives in another class
     * loader than the test: a number is all they can share.
     */
    public static int of(String name) {
        System.getProperties().putIfAbsent(SHARED + name, Integer.toString(free()));
        return Integer.getInteger(SHARED + name);
    }
}
