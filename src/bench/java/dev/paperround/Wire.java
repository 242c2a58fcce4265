package dev.paperround;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The way to a server, which can be cut: nothing comes through any more, and nobody is told. */
final class Wire implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Socket> ends = new ConcurrentLinkedQueue<>();
    private final int target;
    private boolean cut;

    Wire(int target) throws IOException {
        this.target = target;
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    synchronized void cut() {
        cut = true;
    }

    /** What was connected learns now that it is no more. */
    synchronized void mend() throws IOException {
        cut = false;
        for (var end = ends.poll(); end != null; end = ends.poll()) {
            end.close();
        }
        notifyAll();
    }

    private void accept() {
        try {
            while (true) {
                connect(door.accept());
            }
        } catch (IOException closed) {
            threads.shutdownNow();
        }
    }

    private void connect(Socket client) throws IOException {
        // Closing is a reset.
        client.setSoLinger(true, 0);
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            server.setSoLinger(true, 0);
            ends.addAll(List.of(client, server));
            threads.execute(() -> pass(client, server));
            threads.execute(() -> pass(server, client));
        } catch (ConnectException serverIsDown) {
            client.close();
        }
    }

    private void pass(Socket from, Socket to) {
        var buffer = new byte[1 << 16];
        try (from;
                to) {
            for (var read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                awaitWhole();
                to.getOutputStream().write(buffer, 0, read);
            }
            awaitWhole();
        } catch (IOException oneEndClosed) {
            // The other is closed with it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitWhole() throws InterruptedException {
        while (cut) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        mend();
    }
}
