package dev.paperround.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What this instance is about to do and has done, one small row at a commit: the deliveries it lets go, every other one that
 * is on the wire, and those the relay took. Whoever takes over from it reads the same rows.
 */
@Singleton
class Journal {
    /** A slot is written anew only once it is posted. */
    static final int SLOTS = 256;

    private static final String OPEN = """
            insert into sender_journal (sender, slot)
            select s.id, slot from sender s, generate_series(0, ?) slot where s.id = ? on conflict do nothing""";

    /** Whether this subscriber still wants the mail, and the operator the send, is asked by what lets the mail go. */
    private static final String WRITE = """
            update sender_journal j
            set seq = ?, accepted = ?, codes = ?, replies = ?,
                in_flight = cast(? as bigint[]) || array(
                    select d.id from unnest(?, ?, ?) v(created_on, id, owner), delivery d, subscriber s, send n
                    where d.created_on = cast(v.created_on as date) and d.id = v.id and d.state = ? and d.owner = v.owner
                      and s.id = d.subscriber_id and s.state = 'ACTIVE'
                      and n.id = d.send_id and n.state in ('PLANNING', 'SENDING'))
            where j.sender = ? and j.slot = ?
            returning j.in_flight""";

    @Inject
    Instance instance;

    /** Nothing happens while this instance has not yet told that it is alive. */
    void open(LedgerConnection connection) throws SQLException {
        connection.work(it -> {
            try (var statement = LedgerConnection.prepared(it, OPEN, SLOTS - 1, instance.id)) {
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Which of the marks may leave; empty when there is no journal, as another instance has taken over. Written again after
     * a commit that nobody confirmed, it says the same.
     */
    Optional<Set<Long>> write(
            LedgerConnection connection,
            long seq,
            Collection<Long> inFlight,
            List<Result> accepted,
            List<Claimed> marks)
            throws SQLException {
        var written = connection.query(
                WRITE,
                row -> new HashSet<>(List.of((Long[]) row.getArray(1).getArray())),
                seq,
                all(accepted, it -> it.delivery().id(), Long[]::new),
                all(accepted, it -> it.outcome().code(), Integer[]::new),
                all(accepted, it -> it.outcome().reply(), String[]::new),
                inFlight.toArray(Long[]::new),
                all(marks, it -> it.createdOn().toString(), String[]::new),
                all(marks, Claimed::id, Long[]::new),
                all(marks, Claimed::owner, String[]::new),
                Results.LEASED,
                instance.id,
                (int) (seq % SLOTS));
        return written.stream().findFirst().map(allowed -> {
            inFlight.forEach(allowed::remove);
            return allowed;
        });
    }

    static <I, O> O[] all(Collection<I> items, Function<I, O> part, java.util.function.IntFunction<O[]> array) {
        return items.stream().map(part).toArray(array);
    }
}
