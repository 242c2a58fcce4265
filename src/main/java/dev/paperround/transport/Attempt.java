package dev.paperround.transport;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds one try to send a message. A transport calls {@code reopen} if it reported a refusal for good, and later replies
 * show that the refusal was about us; {@code refusedAt} is the time of such a refusal, by whichever instance.
 */
public record Attempt(
        long delivery, OutgoingMessage message, Optional<Instant> refusedAt, Consumer<TransportResult> reopen) {}
