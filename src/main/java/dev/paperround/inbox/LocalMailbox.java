package dev.paperround.inbox;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.server.SMTPServer;

/** Accepts all mail in place of a relay and stores it for reading. */
public final class LocalMailbox implements AutoCloseable {
    /** Names the property with the mail directory, which is absent when a relay is used. */
    public static final String DIRECTORY = "paperround.inbox.directory";

    static final int LARGEST_MAIL = 25 * 1024 * 1024;

    private final SMTPServer server;

    private LocalMailbox(SMTPServer server) {
        this.server = server;
    }

    public static LocalMailbox start(Path directory, Clock clock) throws IOException {
        MailFolder folder = MailFolder.open(directory, clock);
        SMTPServer server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Paper Round")
                .maxConnections(500)
                .backlog(500)
                .connectionTimeout(10, TimeUnit.MINUTES)
                .maxMessageSize(LARGEST_MAIL)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new MailReception(folder))
                .build();
        server.start();
        return new LocalMailbox(server);
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }
}
