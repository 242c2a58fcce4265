package dev.paperround.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections on a loopback port and serves each in a thread of its own. */
public final class LoopbackServer implements AutoCloseable {
    /** One connection; it is closed when this ends, and an exception is the other side's hanging up. */
    public interface Service {
        void serve(Socket socket) throws IOException, InterruptedException;
    }

    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final String name;
    private final Service service;
    private final ServerSocket server;
    private final Thread acceptor;

    /** A port of 0 is any that is free. */
    public LoopbackServer(String name, int port, Service service) {
        this.name = name;
        this.service = service;
        try {
            server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Connections, so far. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** On everyone who is connected. */
    public void hangUp() {
        connections.forEach(LoopbackServer::close);
    }

    private Thread start(Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        connections.add(socket);
        mostAtOnce.accumulateAndGet(connections.size(), Math::max);
        try (socket) {
            service.serve(socket);
        } catch (IOException gone) {
            // Clients may go at any time, some of them at the sight of a certificate.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Afterwards the port is free, which it is not while a thread still waits there for the next connection. */
    @Override
    public void close() throws IOException {
        server.close();
        hangUp();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
