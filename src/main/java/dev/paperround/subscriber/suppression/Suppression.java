package dev.paperround.subscriber.suppression;

import dev.paperround.subscriber.SuppressionReason;
import java.time.Instant;

/**
 * A suppressed address. {@code email} is present only while a subscriber has it, and {@code hash} is in hexadecimal.
 */
public record Suppression(String email, SuppressionReason reason, Instant since, String hash) {}
