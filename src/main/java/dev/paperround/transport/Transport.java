package dev.paperround.transport;

import dev.paperround.i18n.Message;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/** Carries messages of one kind to one server. */
public interface Transport {
    Class<? extends OutgoingMessage> carries();

    /** Returns the one thread on which all sessions report; nothing may block it. */
    ScheduledExecutorService thread();

    /** Fails with a text for people if no message can leave. */
    CompletableFuture<TransportSession> open();

    /** Returns how many sessions may be open now: none during a pause, and one that tries whether it is over. */
    int sessionsAllowed();

    // True from the beginning of a pause until a message shows that it is over.
    boolean isProbing();

    Optional<Message> trouble();

    void probeNow();

    RateLimiter rate();
}
