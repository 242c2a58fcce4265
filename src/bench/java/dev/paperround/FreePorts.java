package dev.paperround;

import java.io.IOException;
import java.net.ServerSocket;

final class FreePorts {
    private FreePorts() {}

    static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
