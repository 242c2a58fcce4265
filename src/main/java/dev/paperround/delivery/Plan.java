package dev.paperround.delivery;

import dev.paperround.digest.Composition;
import dev.paperround.subscription.Subscriber;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of one subscriber, or one address, in one send: some papers, or a reason for none; {@code note}: a mail
 * tells that reason.
 */
record Plan(
        Long subscriber,
        String address,
        List<Long> papers,
        List<Long> more,
        int considered,
        Optional<Reason> reason,
        boolean note) {
    static Plan of(Subscriber subscriber, Composition composition) {
        return new Plan(
                subscriber.id,
                null,
                composition.papers(),
                composition.more(),
                composition.considered(),
                composition.nothing().map(Reason::of),
                false);
    }

    Plan withNote() {
        return new Plan(subscriber, address, papers, more, considered, reason, true);
    }

    int matched() {
        return papers.size() + more.size();
    }

    boolean isMail() {
        return reason.isEmpty() || note;
    }

    static Plan skipped(Subscriber subscriber, Reason reason) {
        return new Plan(subscriber.id, null, List.of(), List.of(), 0, Optional.of(reason), false);
    }

    static Plan stranger(String address) {
        return new Plan(null, address, List.of(), List.of(), 0, Optional.of(Reason.NOT_A_SUBSCRIBER), false);
    }
}
