package dev.paperround.delivery;

import dev.paperround.digest.Composition;
import dev.paperround.subscription.Subscriber;
import java.util.List;
import java.util.Optional;

/** What is to become of one subscriber, or one address, in one send: some papers, or a reason for none. */
record Plan(Long subscriber, String address, List<Long> papers, int matched, int considered, Optional<Reason> reason) {
    static Plan of(Subscriber subscriber, Composition composition) {
        return new Plan(
                subscriber.id,
                null,
                composition.papers(),
                composition.matched(),
                composition.considered(),
                composition.nothing().map(Reason::of));
    }

    static Plan skipped(Subscriber subscriber, Reason reason) {
        return new Plan(subscriber.id, null, List.of(), 0, 0, Optional.of(reason));
    }

    static Plan stranger(String address) {
        return new Plan(null, address, List.of(), 0, 0, Optional.of(Reason.NOT_A_SUBSCRIBER));
    }
}
