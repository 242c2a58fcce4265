package dev.paperround.sending.ledger;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.RetentionSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the deliveries of each send in the ledger, as a range of ids for each day. */
@ApplicationScoped
public class SendSpans {
    // True if delivery d may have the id inserted at the placeholder. It costs one primary key look-up per day.
    public static final String ON_A_DAY_OF = """
            d.created_on = any (array(
                select n.created_on from send n join send_span p on p.send_id = n.id
                where %s between p.first_id and p.last_id))""";

    private static final String NEWEST_FIRST = """
            select n.id, n.created_on, min(p.first_id) first_id, max(p.last_id) last_id
            from send n join send_span p on p.send_id = n.id
            where (cast(? as bigint) is null or n.id = ?) and %s
            group by n.id order by last_id desc""";

    private static final String HAS_SOME = "(select sum(c.%s) from send_count c where c.send_id = n.id) <> 0";
    private static final String IS_KEPT = " and n.created_on >= ?";

    @Inject
    Sql sql;

    @Inject
    RetentionSettings retention;

    @Inject
    Clock clock;

    public record Span(long send, LocalDate day, long first, long last) {}

    // Limited to one send or to sends with deliveries in a state, ordered by the newest delivery.
    public List<Span> newestFirst(Optional<Long> send, Optional<String> state) {
        var counted = state.map(HAS_SOME::formatted).orElse("true");
        var goes = state.filter(it -> it.equals("rejected") || it.equals("skipped"));
        var values = new ArrayList<Object>();
        values.add(send.orElse(null));
        values.add(send.orElse(null));
        if (goes.isPresent()) {
            values.add(LocalDate.ofInstant(clock.instant().minus(retention.deliveries()), ZoneOffset.UTC));
        }
        return sql.query(
                NEWEST_FIRST.formatted(counted + goes.map(it -> IS_KEPT).orElse("")),
                row -> new Span(
                        row.getLong("id"),
                        row.getObject("created_on", LocalDate.class),
                        row.getLong("first_id"),
                        row.getLong("last_id")),
                values.toArray());
    }
}
