package dev.paperround.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Results and marks of one month's deliveries in one statement, which is one transaction. Run again after a commit that
 * nobody confirmed it changes nothing more and answers the same for the marks.
 */
@Singleton
class LedgerGroup {
    private static final String RESULTS = """
            with done as (
                update delivery d set state = v.state, smtp_code = v.code, smtp_reply = v.reply,
                                      reason = coalesce(v.reason, d.reason),
                                      next_attempt_at = cast(v.next as timestamptz), attempts = v.attempts,
                                      owner = null, sending_at = null, updated_at = ?
                from unnest(?, ?, ?, ?, ?, ?, ?, ?) v(id, owner, state, code, reply, reason, next, attempts)
                where d.created_on = ? and d.id = v.id and d.state = ? and d.owner = v.owner
                returning d.id, d.send_id, d.state),
            moved as (select send_id, 'LEASED' was, state is_now from done),
            """ + Counting.COUNTED;

    /** Whether this subscriber still wants the mail, and the operator the send, is asked by what lets the mail go. */
    private static final String MARKS = """
            marked as (
                update delivery d set sending_at = now(), attempts = v.attempt, updated_at = ?
                from unnest(?, ?, ?) v(id, owner, attempt), subscriber s, send n
                where d.created_on = ? and d.id = v.id and d.state = ? and d.owner = v.owner
                  and s.id = d.subscriber_id and s.state = 'ACTIVE'
                  and n.id = d.send_id and n.state in ('PLANNING', 'SENDING')
                returning d.id)""";

    private static final String BOTH =
            RESULTS + ", " + MARKS + " select id, true from done union all select id, false from marked";

    /**
     * A parameter in these statements: by a constant the planner would see that the index of what is leased fits, and walk
     * all of it, with everything that ever was in it, to find a single row.
     */
    static final String LEASED = "LEASED";

    @Inject
    Instance instance;

    @Inject
    Clock clock;

    /** By id, what the statement did; the rest was refused, as the lease is lost or the mail no longer wanted. */
    record Answer(Set<Long> recorded, Set<Long> marked) {}

    private record Line(long id, boolean recorded) {}

    Answer write(LedgerConnection connection, LocalDate day, List<Result> results, List<Claimed> marks)
            throws SQLException {
        var now = Ledger.time(clock.instant());
        var lines = connection.query(
                BOTH,
                row -> new Line(row.getLong(1), row.getBoolean(2)),
                now,
                all(results, it -> it.delivery().id(), Long[]::new),
                all(results, it -> it.delivery().owner(), String[]::new),
                all(results, it -> it.state().name(), String[]::new),
                all(results, it -> it.outcome() == null ? null : it.outcome().code(), Integer[]::new),
                all(results, it -> it.outcome() == null ? null : it.outcome().reply(), String[]::new),
                all(results, it -> it.reason() == null ? null : it.reason().name(), String[]::new),
                all(results, it -> it.next() == null ? null : it.next().toString(), String[]::new),
                all(results, Result::attempts, Integer[]::new),
                day,
                LEASED,
                instance.id,
                now,
                all(marks, Claimed::id, Long[]::new),
                all(marks, Claimed::owner, String[]::new),
                all(marks, Claimed::attempt, Integer[]::new),
                day,
                LEASED);
        var recorded = new HashSet<Long>();
        var marked = new HashSet<Long>();
        lines.forEach(line -> (line.recorded() ? recorded : marked).add(line.id()));
        return new Answer(recorded, marked);
    }

    private static <I, O> O[] all(Collection<I> items, Function<I, O> part, java.util.function.IntFunction<O[]> array) {
        return items.stream().map(part).toArray(array);
    }
}
