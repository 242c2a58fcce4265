package dev.paperround.sending.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Releases claims whose commit was never confirmed because the database or the connection was lost. It keeps checking
 * for some minutes, as a server that was cut off may commit late.
 */
public final class UnconfirmedLeases {
    private static final long KEPT = TimeUnit.MINUTES.toNanos(10);

    private static final String GIVE_BACK = """
            with moved as (
                update delivery d set state = case when d.attempts > 0 then 'RETRY' else 'PLANNED' end, owner = null
                where d.created_on = ? and d.send_id = ? and d.next_attempt_at is not null
                  and d.state = 'LEASED' and d.owner = any(?)
                returning d.send_id, 'LEASED' was, d.state is_now),
            """ + SendCounters.COUNTED + " select count(*) from moved";

    private final List<Claim> claims = new ArrayList<>();

    private record Claim(Ledger.Open from, String owner, long since) {}

    public synchronized void add(Ledger.Open from, String owner) {
        claims.add(new Claim(from, owner, System.nanoTime()));
    }

    public synchronized void giveBack(LedgerConnection connection, String shard) {
        var bySend = claims.stream().collect(Collectors.groupingBy(Claim::from));
        for (var lost : bySend.entrySet()) {
            var owners = SendLog.all(lost.getValue(), Claim::owner, String[]::new);
            DeliveryBatches.spellOutClaims(connection, owners);
            connection.query(
                    GIVE_BACK,
                    row -> row.getInt(1),
                    lost.getKey().createdOn(),
                    lost.getKey().send(),
                    owners,
                    shard);
        }
        claims.removeIf(it -> System.nanoTime() - it.since() > KEPT);
    }
}
