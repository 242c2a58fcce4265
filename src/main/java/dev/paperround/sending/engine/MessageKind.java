package dev.paperround.sending.engine;

import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.Transport;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Holds the ready mails of one kind and the dispatchers that send them, one for each transport of that kind. */
final class MessageKind {
    final RenderedMails ready = new RenderedMails();
    private final List<Transport> transports;
    private final List<Dispatcher> dispatchers;

    MessageKind(
            List<Transport> transports,
            RateLimiter rate,
            Function<LeasedDelivery, CompletableFuture<Boolean>> mark,
            Dispatcher.Hearer hearer) {
        this.transports = transports;
        this.dispatchers = transports.stream()
                .map(transport -> new Dispatcher(transport, rate, ready, mark, hearer))
                .toList();
    }

    void wake() {
        for (var dispatcher : dispatchers) {
            dispatcher.wake();
        }
    }

    boolean isAvailable() {
        return transports.stream().anyMatch(it -> it.sessionsAllowed() > 0);
    }
}
