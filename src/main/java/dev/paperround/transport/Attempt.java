package dev.paperround.transport;

import java.util.function.Consumer;

/**
 * Holds one try to send a message. A transport calls {@code reopen} if it reported a refusal for good, and later replies
 * show that the refusal was about us.
 */
public record Attempt(long delivery, OutgoingMessage message, boolean isRetry, Consumer<TransportResult> reopen) {}
