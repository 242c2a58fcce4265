package dev.paperround.sending.planning;

import dev.paperround.digest.Selection;
import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.subscriber.Member;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Plan for one subscriber or address in one send: some papers, or a reason for none. With {@code note} a mail states
 * that reason, with {@code left} the mail may already have left and is not sent now, and {@code dueAt} is the hour of a
 * scheduled digest.
 */
record Plan(
        Long subscriber,
        String budget,
        String address,
        Selection composition,
        Optional<NoMailReason> reason,
        boolean note,
        boolean left,
        Optional<Instant> dueAt) {
    private static final Selection NONE = new Selection(List.of(), List.of(), 0, Optional.empty());

    private static final Optional<NoMailReason> CANCELLED = Optional.of(NoMailReason.CANCELLED);

    private static final Optional<NoMailReason> UNREADABLE = Optional.of(NoMailReason.UNREADABLE);

    static Plan of(Member member, String budget, Selection composition) {
        return new Plan(
                member.id(),
                budget,
                null,
                composition,
                composition.nothing().map(NoMailReason::of),
                false,
                false,
                Optional.empty());
    }

    static Plan skipped(Member member, NoMailReason reason) {
        return skipped(member.id(), reason);
    }

    static Plan skipped(long subscriber, NoMailReason reason) {
        return new Plan(
                subscriber, DomainBudgets.NONE, null, NONE, Optional.of(reason), false, false, Optional.empty());
    }

    static Plan stranger(String address) {
        var reason = Optional.of(NoMailReason.NOT_A_SUBSCRIBER);
        return new Plan(null, DomainBudgets.NONE, address, NONE, reason, false, false, Optional.empty());
    }

    Plan withNote() {
        return new Plan(subscriber, budget, address, composition, reason, true, left, dueAt);
    }

    Plan mayHaveLeft() {
        return new Plan(subscriber, budget, address, composition, reason, note, true, dueAt);
    }

    Plan dueAt(Instant hour) {
        return new Plan(subscriber, budget, address, composition, reason, note, left, Optional.of(hour));
    }

    // A plan that sends nothing anyway keeps its own reason.
    Plan cancelled() {
        return state() == DeliveryState.SKIPPED
                ? this
                : new Plan(subscriber, budget, address, composition, CANCELLED, false, false, dueAt);
    }

    Plan unreadable() {
        return new Plan(subscriber, DomainBudgets.NONE, address, NONE, UNREADABLE, false, false, dueAt);
    }

    boolean isUnreadable() {
        return reason.equals(UNREADABLE);
    }

    DeliveryState state() {
        if (reason.isPresent() && !note) {
            return DeliveryState.SKIPPED;
        }
        return left ? DeliveryState.UNKNOWN : DeliveryState.PLANNED;
    }
}
