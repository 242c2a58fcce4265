package dev.paperround.subscriber.suppression;

import dev.paperround.subscriber.SuppressionReason;
import java.time.Instant;

/** An address that gets no mail; {@code email} only while a subscriber has it, {@code hash} in hexadecimal digits. */
public record Suppression(String email, SuppressionReason reason, Instant since, String hash) {}
