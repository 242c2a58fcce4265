package dev.paperround.delivery;

import dev.paperround.digest.Composition;
import dev.paperround.subscription.Member;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of one subscriber, or one address, in one send: some papers, or a reason for none; {@code note}: a mail
 * tells that reason; {@code left}: the mail may have left before, so it does not leave now.
 */
record Plan(
        Long subscriber,
        String budget,
        String address,
        Composition composition,
        Optional<Reason> reason,
        boolean note,
        boolean left) {
    private static final Composition NONE = new Composition(List.of(), List.of(), 0, Optional.empty());

    static Plan of(Member member, String budget, Composition composition) {
        return new Plan(
                member.id(), budget, null, composition, composition.nothing().map(Reason::of), false, false);
    }

    static Plan skipped(Member member, Reason reason) {
        return new Plan(member.id(), Budgets.NONE, null, NONE, Optional.of(reason), false, false);
    }

    static Plan stranger(String address) {
        return new Plan(null, Budgets.NONE, address, NONE, Optional.of(Reason.NOT_A_SUBSCRIBER), false, false);
    }

    Plan withNote() {
        return new Plan(subscriber, budget, address, composition, reason, true, left);
    }

    Plan mayHaveLeft() {
        return new Plan(subscriber, budget, address, composition, reason, note, true);
    }

    DeliveryState state() {
        if (reason.isPresent() && !note) {
            return DeliveryState.SKIPPED;
        }
        return left ? DeliveryState.UNKNOWN : DeliveryState.PLANNED;
    }
}
