package dev.paperround.delivery;

import dev.paperround.digest.Composition;
import dev.paperround.subscription.Member;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of one subscriber, or one address, in one send: some papers, or a reason for none; {@code note}: a mail
 * tells that reason.
 */
record Plan(
        Long subscriber,
        String budget,
        String address,
        Composition composition,
        Optional<Reason> reason,
        boolean note) {
    private static final Composition NONE = new Composition(List.of(), List.of(), 0, Optional.empty());

    static Plan of(Member member, String budget, Composition composition) {
        return new Plan(
                member.id(), budget, null, composition, composition.nothing().map(Reason::of), false);
    }

    static Plan skipped(Member member, Reason reason) {
        return new Plan(member.id(), Budgets.NONE, null, NONE, Optional.of(reason), false);
    }

    static Plan stranger(String address) {
        return new Plan(null, Budgets.NONE, address, NONE, Optional.of(Reason.NOT_A_SUBSCRIBER), false);
    }

    Plan withNote() {
        return new Plan(subscriber, budget, address, composition, reason, true);
    }

    DeliveryState state() {
        return reason.isEmpty() || note ? DeliveryState.PLANNED : DeliveryState.SKIPPED;
    }
}
