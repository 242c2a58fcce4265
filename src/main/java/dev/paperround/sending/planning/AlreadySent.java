package dev.paperround.sending.planning;

import dev.paperround.database.Sql;
import dev.paperround.digest.PaperWindow;
import dev.paperround.paper.Paper;
import dev.paperround.subscriber.Member;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds the papers each subscriber has received. Open deliveries count too, so that overlapping sends deliver a paper
 * only once.
 */
@ApplicationScoped
public class AlreadySent {
    // No delivery holds a paper that was not yet known when its send ended. A paper featured again years later rightly
    // makes this reach far back. The two days allow for clocks that disagree.
    private static final String FROM = """
            select least(cast(known at time zone 'UTC' as date),
                         (select min(created_on) from send where finished_at is null or finished_at >= known)) - 2
            from (select min(created_at) as known from paper where id = any (?)) papers""";

    // Uses one index look-up per subscriber, whatever the statistics of a new partition say.
    private static final String RECEIVED = """
            select member.id, had.paper_ids
            from unnest(?::bigint[]) as member (id)
            cross join lateral (
                select d.paper_ids from delivery d
                where d.subscriber_id = member.id and d.created_on >= ?
                  and d.state in ('PLANNED', 'LEASED', 'SENDING', 'SENT', 'RETRY', 'UNKNOWN')
                offset 0) had""";

    @Inject
    Sql sql;

    // Maps subscriber ids to paper ids, among them all of the window. Subscribers who received none may be missing.
    Map<Long, Set<Long>> of(Collection<Member> members, PaperWindow window) {
        var from = sql.one(FROM, row -> row.getObject(1, LocalDate.class), (Object)
                window.papers().stream().mapToLong(Paper::id).toArray());
        var received = new HashMap<Long, Set<Long>>();
        sql.query(
                RECEIVED,
                row -> received.computeIfAbsent(row.getLong("id"), id -> new HashSet<>())
                        .addAll(Sql.list(row, "paper_ids", Long[].class)),
                members.stream().mapToLong(Member::id).toArray(),
                from);
        return received;
    }
}
