package dev.paperround.sending.ledger;

import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.NoMailReason;
import dev.paperround.transport.smtp.SmtpResult;
import java.time.Instant;

/** What the ledger is to be told of a delivery. {@code keep}: bytes that left and are to leave again as they are; {@code reopens}:
 * it was told that the delivery has ended as rejected. */
public record DeliveryResult(
        LeasedDelivery delivery,
        DeliveryState state,
        SmtpResult outcome,
        NoMailReason reason,
        Instant next,
        int attempts,
        byte[] keep,
        boolean reopens) {

    public static DeliveryResult ended(LeasedDelivery delivery, DeliveryState state, SmtpResult outcome) {
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

    /** Without what somebody else wrote: a database may refuse that, however often it is asked. */
    DeliveryResult withoutWords() {
        var told = outcome == null
                ? null
                : new SmtpResult(outcome.about(), outcome.code(), SmtpResult.NOT_STORABLE, outcome.bodyBegun());
        return new DeliveryResult(delivery, state, told, reason, next, attempts, null, reopens);
    }

    boolean hasWords() {
        return keep != null || outcome != null && !SmtpResult.NOT_STORABLE.equals(outcome.reply());
    }

    public DeliveryResult reopened() {
        return new DeliveryResult(delivery, state, outcome, reason, next, attempts, keep, true);
    }

    /** Most are not: they fit the one statement that takes all at once. */
    boolean isSpecial() {
        return keep != null || delivery.message().isPresent() || reopens;
    }
}
