package dev.paperround.delivery;

import dev.paperround.digest.Encoded;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One of several programs on one ledger. It learns only by the ledger that another one has taken over from it. */
final class LedgerActor {
    private static final List<String> REPLIES = List.of(
            "250 2.0.0 queued",
            "250 2.0.0 queued",
            "451 4.3.0 later",
            "450 4.2.1 later",
            "550 5.1.1 nobody",
            "550 5.7.1 not from you");

    private static final Envelope ENVELOPE =
            new Envelope("from@sequence.example", "to@sequence.example", "from@sequence.example");

    final Instance instance = new Instance();
    private final Ledger ledger = new Ledger();
    private final Presence presence = new Presence();
    private final Journal journal = new Journal();
    private final LostClaims lost = new LostClaims();
    private final GroupCommit commits;
    private final LedgerConnection connection;
    private final Judge judge;
    private final Random random;
    private final List<Claimed> claimed = new ArrayList<>();
    private final List<Claimed> onTheWire = new ArrayList<>();

    LedgerActor(AgroalDataSource database, Clock clock, Judge judge, Random random) {
        this.judge = judge;
        this.random = random;
        var results = new Results();
        var special = new SpecialResults();
        ledger.database = database;
        ledger.instance = instance;
        ledger.clock = clock;
        presence.instance = instance;
        journal.instance = instance;
        journal.clock = clock;
        results.clock = clock;
        special.instance = instance;
        special.results = results;
        special.clock = clock;
        var meters = new SimpleMeterRegistry();
        commits = new GroupCommit(
                database, journal, results, special, instance, new Quarantine(meters), new Heartbeats(clock, meters));
        connection = new LedgerConnection(database);
    }

    void lookRound() throws SQLException {
        presence.beat(connection, Optional.empty());
        journal.open(connection);
        presence.takeOver(connection);
        lost.giveBack(connection, instance.id);
        Batches.forgetEnded(connection, instance.id);
    }

    void claim() throws SQLException {
        for (var send : ledger.openSends(connection)) {
            var deliveries = ledger.claim(connection, send, Budgets.NONE, 1 + random.nextInt(3));
            if (random.nextInt(6) > 0) {
                claimed.addAll(deliveries);
            } else {
                deliveries.stream().map(Claimed::owner).distinct().forEach(it -> lost.add(send, it));
            }
        }
    }

    /** As if the mail were about to leave; what the ledger keeps back is given back. */
    void mark() throws SQLException {
        var one = anyOf(claimed);
        if (one.isPresent() && commits.mark(one.get()).join()) {
            onTheWire.add(one.get());
        } else if (one.isPresent()) {
            ledger.release(connection, List.of(one.get()));
        }
    }

    void hearOfOne() {
        anyOf(onTheWire).ifPresent(it -> commits.record(judge.result(ready(it), outcome()))
                .join());
    }

    void giveUpOne() throws SQLException {
        var one = anyOf(claimed);
        if (one.isEmpty()) {
            return;
        }
        switch (random.nextInt(3)) {
            case 0 -> ledger.release(connection, List.of(one.get()));
            case 1 ->
                commits.record(Result.skipped(one.get(), Reason.UNSUBSCRIBED)).join();
            default ->
                commits.record(judge.notWritten(one.get(), new IllegalStateException("no ink")))
                        .join();
        }
    }

    /** Whatever it holds is told of. */
    void finish() throws SQLException {
        while (!onTheWire.isEmpty()) {
            hearOfOne();
        }
        ledger.release(connection, claimed);
        claimed.clear();
    }

    void settle() throws InterruptedException {
        if (!commits.settle(10_000)) {
            throw new IllegalStateException("The journal was not posted.");
        }
    }

    private Outcome outcome() {
        return switch (random.nextInt(8)) {
            case 0 -> Outcome.lost(true, new IllegalStateException("gone after the dot"));
            case 1 -> Outcome.lost(false, new IllegalStateException("gone before the dot"));
            default -> {
                var reply = REPLIES.get(random.nextInt(REPLIES.size()));
                yield Outcome.replied(Integer.parseInt(reply.substring(0, 3)), reply, Step.DOT, ENVELOPE);
            }
        };
    }

    private static ReadyMail ready(Claimed delivery) {
        return new ReadyMail(delivery, ENVELOPE, Encoded.of("Moss."));
    }

    private Optional<Claimed> anyOf(List<Claimed> deliveries) {
        return deliveries.isEmpty()
                ? Optional.empty()
                : Optional.of(deliveries.remove(random.nextInt(deliveries.size())));
    }

    void stop() throws SQLException, InterruptedException {
        commits.stop();
        connection.close();
    }
}
