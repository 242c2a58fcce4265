package dev.paperround.sending.ledger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Journals what this instance is about to do and has done, in one small row per commit: the deliveries it lets go,
 * those still on the wire and those the relay accepted. An instance that takes over reads the same rows.
 */
@Singleton
public class SendLog {
    // A slot is only rewritten once it has been posted.
    static final int SLOTS = 256;

    private static final String OPEN = """
            insert into sender_journal (sender, slot, epoch)
            select s.id, slot, ? from sender s, generate_series(0, ?) slot where s.id = ?""";

    // The statement that lets a mail leave also checks that the subscriber still wants it and that the send is still
    // running. A lease holds as long as the journal does, but the outcome of an earlier attempt may have become known.
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

    // Claims up to this one are void, because another instance took over or there was no journal yet.
    private volatile long epoch;

    // Call this before claiming anything, and again whenever others may have taken this instance for dead.
    public void open(LedgerConnection connection) {
        var isOpen = connection.one(
                "select exists (select from sender_journal where sender = ?)", row -> row.getBoolean(1), instance.id);
        if (!isOpen) {
            epoch = instance.claims();
            connection.execute(OPEN, epoch, SLOTS - 1, instance.id);
        }
    }

    /**
     * Returns the marks that may leave, or empty if the journal is closed because another instance has taken over.
     * Repeating a write whose commit was never confirmed gives the same answer.
     */
    public Optional<Set<Long>> write(
            LedgerConnection connection,
            long seq,
            Collection<Long> inFlight,
            List<DeliveryResult> accepted,
            List<LeasedDelivery> marks) {
        var since = epoch;
        var now = clock.instant();
        // A mail that waited until now for the relay, its turn or the database may be too late.
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
