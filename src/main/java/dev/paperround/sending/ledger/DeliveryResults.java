package dev.paperround.sending.ledger;

import static dev.paperround.sending.ledger.SendLog.all;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the results of one month's deliveries in a single statement, and so in one transaction. Running it again
 * changes nothing.
 */
@Singleton
public class DeliveryResults {
    // Delivery d still belongs to claim v, either by its own lease or because it has only ever been claimed with its
    // batch.
    static final String HELD =
            "d.state = 'LEASED' and d.owner = v.owner or d.state = 'PLANNED' and d.next_attempt_at is null";

    private static final String RESULTS = """
            with done as (
                update delivery d set state = v.state, smtp_code = v.code, smtp_reply = v.reply,
                                      reason = coalesce(v.reason, d.reason),
                                      next_attempt_at = cast(v.next as timestamptz), attempts = v.attempts,
                                      owner = null, updated_at = ?
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) v(id, owner, state, code, reply, reason, next, attempts)
                where d.created_on = ? and d.id = v.id and (%s)
                returning d.id, d.send_id, d.state),
            moved as (select send_id, 'LEASED' was, state is_now from done),
            """.formatted(HELD) + SendCounters.COUNTED + " select id from done";

    @Inject
    public Clock clock;

    // Returns the ids that were recorded; the leases of all others are lost. Only one writer at a time may use a shard
    // of the counts.
    Set<Long> write(LedgerConnection connection, LocalDate day, List<DeliveryResult> results, String shard) {
        return new HashSet<>(connection.query(
                RESULTS,
                row -> row.getLong(1),
                clock.instant(),
                all(results, it -> it.delivery().id(), Long[]::new),
                all(results, it -> it.delivery().owner(), String[]::new),
                all(results, it -> it.state().name(), String[]::new),
                all(results, it -> it.outcome() == null ? null : it.outcome().code(), Integer[]::new),
                all(results, it -> it.outcome() == null ? null : it.outcome().reply(), String[]::new),
                all(results, it -> it.reason() == null ? null : it.reason().name(), String[]::new),
                all(results, it -> it.next() == null ? null : it.next().toString(), String[]::new),
                all(results, DeliveryResult::attempts, Integer[]::new),
                day,
                shard));
    }
}
