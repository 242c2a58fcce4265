package dev.paperround.delivery;

import java.time.Instant;

/** What the ledger is to be told of a delivery. {@code keep}: bytes that left and are to leave again as they are; {@code reopens}:
 * it was told that the delivery has ended as rejected. */
record Result(
        Claimed delivery,
        DeliveryState state,
        Outcome outcome,
        Reason reason,
        Instant next,
        int attempts,
        byte[] keep,
        boolean reopens) {

    static Result ended(Claimed delivery, DeliveryState state, Outcome outcome) {
        return new Result(delivery, state, outcome, null, null, delivery.attempt(), null, false);
    }

    static Result skipped(Claimed delivery, Reason reason) {
        return new Result(delivery, DeliveryState.SKIPPED, null, reason, null, delivery.attempts(), null, false);
    }

    Result keeping(byte[] message) {
        return new Result(delivery, state, outcome, reason, next, attempts, message, reopens);
    }

    Result because(Reason why) {
        return new Result(delivery, state, outcome, why, next, attempts, keep, reopens);
    }

    /** Without what somebody else wrote: a database may refuse that, however often it is asked. */
    Result withoutWords() {
        var told = outcome == null
                ? null
                : new Outcome(outcome.about(), outcome.code(), Outcome.NOT_STORABLE, outcome.bodyBegun());
        return new Result(delivery, state, told, reason, next, attempts, null, reopens);
    }

    boolean hasWords() {
        return keep != null || outcome != null && !Outcome.NOT_STORABLE.equals(outcome.reply());
    }

    Result reopened() {
        return new Result(delivery, state, outcome, reason, next, attempts, keep, true);
    }

    /** Most are not: they fit the one statement that takes all at once. */
    boolean isSpecial() {
        return keep != null || delivery.message().isPresent() || reopens;
    }
}
