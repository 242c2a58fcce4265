package dev.paperround.delivery;

import java.time.Instant;

/** What the ledger is to be told of a delivery. {@code keep}: bytes that left and are to leave again as they are. */
record Result(
        Claimed delivery,
        DeliveryState state,
        Outcome outcome,
        Reason reason,
        Instant next,
        int attempts,
        byte[] keep) {

    static Result ended(Claimed delivery, DeliveryState state, Outcome outcome) {
        return new Result(delivery, state, outcome, null, null, delivery.attempt(), null);
    }

    static Result skipped(Claimed delivery, Reason reason) {
        return new Result(delivery, DeliveryState.SKIPPED, null, reason, null, delivery.attempts(), null);
    }

    Result keeping(byte[] message) {
        return new Result(delivery, state, outcome, reason, next, attempts, message);
    }

    Result because(Reason why) {
        return new Result(delivery, state, outcome, why, next, attempts, keep);
    }

    /** Without what somebody else wrote: a database may refuse that, however often it is asked. */
    Result withoutWords() {
        var told = outcome == null
                ? null
                : new Outcome(outcome.about(), outcome.code(), Outcome.NOT_STORABLE, outcome.bodyBegun());
        return new Result(delivery, state, told, reason, next, attempts, null);
    }

    boolean hasWords() {
        return keep != null || outcome != null && !Outcome.NOT_STORABLE.equals(outcome.reply());
    }

    boolean pausesTheSend() {
        return outcome != null
                && (outcome.about() == ReplyClass.POLICY || outcome.about() == ReplyClass.AUTHENTICATION);
    }

    /** Most are not: they fit the one statement that takes all at once. */
    boolean isSpecial() {
        return keep != null || delivery.message().isPresent() || pausesTheSend();
    }
}
