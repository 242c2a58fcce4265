package dev.paperround.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Carries one message after the other. It is only used on the transport's thread. */
public interface TransportSession extends AutoCloseable {
    boolean isUsable();

    boolean idleFor(Duration time);

    /** Holds the message back until {@code mayLeave} says whether it may leave; the result comes on the thread. */
    CompletableFuture<TransportResult> send(Attempt attempt, CompletableFuture<Boolean> mayLeave);

    @Override
    void close();
}
