package dev.paperround.sending;

import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.Envelope;
import dev.paperround.sending.engine.RenderedMail;
import dev.paperround.sending.engine.RetryPolicy;
import dev.paperround.sending.ledger.DeliveryBatches;
import dev.paperround.sending.ledger.DeliveryResult;
import dev.paperround.sending.ledger.DomainBudgets;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.sending.ledger.UnconfirmedLeases;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportResult.Phase;
import dev.paperround.transport.smtp.OutgoingMail;
import dev.paperround.transport.smtp.SmtpPhase;
import dev.paperround.transport.smtp.SmtpResult;
import io.agroal.api.AgroalDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One of several programs on one ledger. It learns only by the ledger that another one has taken over from it. */
final class LedgerActor extends LedgerProgram {
    private static final List<String> REPLIES = List.of(
            "250 2.0.0 queued",
            "250 2.0.0 queued",
            "451 4.3.0 later",
            "450 4.2.1 later",
            "550 5.1.1 nobody",
            "550 5.7.1 not from you");

    private static final Envelope ENVELOPE =
            new Envelope("from@sequence.example", "to@sequence.example", "from@sequence.example");

    private final UnconfirmedLeases lost = new UnconfirmedLeases();
    private final RetryPolicy retryPolicy;
    private final Random random;
    private final List<LeasedDelivery> claimed = new ArrayList<>();
    private final List<LeasedDelivery> onTheWire = new ArrayList<>();

    LedgerActor(AgroalDataSource database, Clock clock, RetryPolicy retryPolicy, Random random) {
        super(database, clock);
        this.retryPolicy = retryPolicy;
        this.random = random;
    }

    void lookRound() {
        heartbeat.beat(connection, Optional.empty());
        sendLog.open(connection);
        heartbeat.takeOver(connection);
        lost.giveBack(connection, instance.id);
        DeliveryBatches.forgetEnded(connection, instance.id);
    }

    void claim() {
        for (var send : ledger.openSends(connection)) {
            var deliveries = ledger.claim(connection, send, DomainBudgets.NONE, 1 + random.nextInt(3));
            if (random.nextInt(6) > 0) {
                claimed.addAll(deliveries);
            } else {
                deliveries.stream().map(LeasedDelivery::owner).distinct().forEach(it -> lost.add(send, it));
            }
        }
    }

    /** As if the mail were about to leave; what the ledger keeps back is given back. */
    void mark() {
        var one = anyOf(claimed);
        if (one.isPresent() && commits.mark(one.get()).join()) {
            onTheWire.add(one.get());
        } else if (one.isPresent()) {
            ledger.release(connection, List.of(one.get()));
        }
    }

    void hearOfOne() {
        anyOf(onTheWire).ifPresent(it -> commits.record(retryPolicy.result(ready(it), outcome()))
                .join());
    }

    void giveUpOne() {
        var one = anyOf(claimed);
        if (one.isEmpty()) {
            return;
        }
        switch (random.nextInt(3)) {
            case 0 -> ledger.release(connection, List.of(one.get()));
            case 1 ->
                commits.record(DeliveryResult.skipped(one.get(), NoMailReason.UNSUBSCRIBED))
                        .join();
            default ->
                commits.record(retryPolicy.notWritten(one.get(), new IllegalStateException("no ink")))
                        .join();
        }
    }

    /** Whatever it holds is told of. */
    void finish() {
        while (!onTheWire.isEmpty()) {
            hearOfOne();
        }
        ledger.release(connection, claimed);
        claimed.clear();
    }

    private TransportResult outcome() {
        return switch (random.nextInt(8)) {
            case 0 -> TransportResult.lost(Phase.MESSAGE, new IllegalStateException("gone after the dot"));
            case 1 -> TransportResult.lost(Phase.BEFORE_MESSAGE, new IllegalStateException("gone before the dot"));
            default -> {
                var reply = REPLIES.get(random.nextInt(REPLIES.size()));
                yield SmtpResult.replied(Integer.parseInt(reply.substring(0, 3)), reply, SmtpPhase.DOT, ENVELOPE)
                        .inGeneral();
            }
        };
    }

    private static RenderedMail ready(LeasedDelivery delivery) {
        return new RenderedMail(delivery, new OutgoingMail(ENVELOPE, QuotedPrintableText.of("Moss.")));
    }

    private Optional<LeasedDelivery> anyOf(List<LeasedDelivery> deliveries) {
        return deliveries.isEmpty()
                ? Optional.empty()
                : Optional.of(deliveries.remove(random.nextInt(deliveries.size())));
    }
}
