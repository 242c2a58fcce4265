package dev.paperround.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Where servers of tests listen. */
public final class Ports {
    private static final String SHARED = "paperround.test.port.";

    private Ports() {}

    /** One on which nothing listens. */
    public static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
