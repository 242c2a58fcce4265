package dev.paperround.sending.ledger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
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
public class SendLog {
    /** A slot is written anew only once it is posted. */
    static final int SLOTS = 256;

    private static final String OPEN = """
            insert into sender_journal (sender, slot, epoch)
            select s.id, slot, ? from sender s, generate_series(0, ?) slot where s.id = ?""";

    /**
     * Whether this subscriber still wants the mail, and the operator the send, is asked by what lets the mail go. The lease
     * holds as long as the journal does; of one that was tried before somebody may have learned meanwhile what became of it.
     */
    private static final String WRITE = """
            update sender_journal j
            set seq = ?, accepted = ?, codes = ?, replies = ?,
                in_flight = cast(? as bigint[]) || array(
                    select v.id from unnest(?, ?, ?, ?, ?) v(id, subscriber, send, tried_on, owner), subscriber s, send n
                    where s.id = v.subscriber and s.state = 'ACTIVE'
                      and n.id = v.send and n.state in ('PLANNING', 'SENDING')
                      and (v.tried_on is null or exists (
                          select from delivery d
                          where d.created_on = cast(v.tried_on as date) and d.id = v.id and d.state = 'LEASED'
                            and d.owner = v.owner)))
            where j.sender = ? and j.slot = ? and j.epoch = ?
            returning j.in_flight""";

    @Inject
    public Instance instance;

    @Inject
    public Clock clock;

    /** Claims up to this one are void: another instance took over from this one, or it had no journal yet. */
    private volatile long epoch;

    /** Before anything is claimed, and again whenever others may have taken this instance for dead. */
    public void open(LedgerConnection connection) throws SQLException {
        var isOpen = connection.query(
                "select exists (select from sender_journal where sender = ?)", row -> row.getBoolean(1), instance.id);
        if (!isOpen.get(0)) {
            epoch = instance.claims();
            connection.work(it -> {
                try (var statement = LedgerConnection.prepared(it, OPEN, epoch, SLOTS - 1, instance.id)) {
                    return statement.executeUpdate();
                }
            });
        }
    }

    /**
     * Which of the marks may leave; empty when the journal is closed, as another instance has taken over. Written again after
     * a commit that nobody confirmed, it says the same.
     */
    public Optional<Set<Long>> write(
            LedgerConnection connection,
            long seq,
            Collection<Long> inFlight,
            List<DeliveryResult> accepted,
            List<LeasedDelivery> marks)
            throws SQLException {
        var since = epoch;
        var now = clock.instant();
        // What waited until here for the relay, its turn or the database may be too late by now.
        var held = marks.stream()
                .filter(it -> instance.claim(it.owner()) > since && !it.isTooLate(now))
                .toList();
        var written = connection.query(
                WRITE,
                row -> new HashSet<>(List.of((Long[]) row.getArray(1).getArray())),
                seq,
                all(accepted, it -> it.delivery().id(), Long[]::new),
                all(accepted, it -> it.outcome().code(), Integer[]::new),
                all(accepted, it -> it.outcome().reply(), String[]::new),
                inFlight.toArray(Long[]::new),
                all(held, LeasedDelivery::id, Long[]::new),
                all(held, LeasedDelivery::subscriber, Long[]::new),
                all(held, LeasedDelivery::send, Long[]::new),
                all(held, it -> it.attempts() == 0 ? null : it.createdOn().toString(), String[]::new),
                all(held, LeasedDelivery::owner, String[]::new),
                instance.id,
                (int) (seq % SLOTS),
                since);
        return written.stream().findFirst().map(allowed -> {
            inFlight.forEach(allowed::remove);
            return allowed;
        });
    }

    static <I, O> O[] all(Collection<I> items, Function<I, O> part, java.util.function.IntFunction<O[]> array) {
        return items.stream().map(part).toArray(array);
    }
}
