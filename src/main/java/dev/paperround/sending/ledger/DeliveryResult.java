package dev.paperround.sending.ledger;

import dev.paperround.i18n.FailureMessages;
import dev.paperround.i18n.Message;
import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.NoMailReason;
import dev.paperround.transport.TransportResult;
import java.time.Instant;

/**
 * Result to be recorded for a delivery. {@code keep} holds bytes that left and must be resent unchanged; {@code
 * reopens} means that the delivery was already recorded as rejected.
 */
public record DeliveryResult(
        LeasedDelivery delivery,
        DeliveryState state,
        TransportResult outcome,
        NoMailReason reason,
        Instant next,
        int attempts,
        byte[] keep,
        boolean reopens) {
    private static final String NOT_STORABLE =
            Message.of(FailureMessages.class, FailureMessages::replyNotKept).stored();

    public static DeliveryResult ended(LeasedDelivery delivery, DeliveryState state, TransportResult outcome) {
        return new DeliveryResult(delivery, state, outcome, null, null, delivery.attempt(), null, false);
    }

    public static DeliveryResult skipped(LeasedDelivery delivery, NoMailReason reason) {
        return new DeliveryResult(
                delivery, DeliveryState.SKIPPED, null, reason, null, delivery.attempts(), null, false);
    }

    public DeliveryResult keeping(byte[] message) {
        return new DeliveryResult(delivery, state, outcome, reason, next, attempts, message, reopens);
    }

    public DeliveryResult because(NoMailReason why) {
        return new DeliveryResult(delivery, state, outcome, why, next, attempts, keep, reopens);
    }

    // Removes text written by other systems, which the database may refuse every time.
    DeliveryResult withoutWords() {
        var told = outcome == null ? null : outcome.withReply(NOT_STORABLE);
        return new DeliveryResult(delivery, state, told, reason, next, attempts, null, reopens);
    }

    boolean hasWords() {
        return keep != null || outcome != null && !NOT_STORABLE.equals(outcome.reply());
    }

    public DeliveryResult reopened() {
        return new DeliveryResult(delivery, state, outcome, reason, next, attempts, keep, true);
    }

    // Most results are not special and fit the one statement that writes them all at once.
    boolean isSpecial() {
        return keep != null || delivery.message().isPresent() || reopens;
    }
}
