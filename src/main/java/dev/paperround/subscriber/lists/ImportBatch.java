package dev.paperround.subscriber.lists;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.Consent;
import dev.paperround.subscriber.Consents;
import dev.paperround.subscriber.preferences.FilterText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Writes several lines at once, with one statement for the subscribers and two for their filters. The order of the
 * addresses keeps concurrent imports from deadlocking.
 */
@ApplicationScoped
public class ImportBatch {
    private static final String UPSERT = """
            insert into subscriber as known (email, email_key, state, frequency, weekday, send_at, time_zone, max_papers,
                                             language, paused_until, note_when_empty, created_at, confirmed_at,
                                             next_due_at)
            select email, email_key, 'ACTIVE', frequency, weekday, send_at::time, time_zone, max_papers,
                   language, paused_until::date, note_when_empty, now, now,
                   next_due_at::timestamptz
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[],
                        ?::text[], ?::text[], ?::boolean[])
                 as line (email, email_key, frequency, weekday, send_at, time_zone, max_papers, next_due_at, language,
                          paused_until, note_when_empty),
                 cast(? as timestamptz) now
            order by email_key
            on conflict (email_key) do update set state = 'ACTIVE', frequency = excluded.frequency,
                weekday = excluded.weekday, send_at = excluded.send_at, time_zone = excluded.time_zone,
                max_papers = excluded.max_papers, language = excluded.language,
                paused_until = case when ? then excluded.paused_until else known.paused_until end,
                note_when_empty = case when ? then excluded.note_when_empty else known.note_when_empty end,
                next_due_at = case when known.state = 'ACTIVE'
                                    and (known.frequency, known.weekday, known.send_at, known.time_zone)
                                        = (excluded.frequency, excluded.weekday, excluded.send_at, excluded.time_zone)
                                   then known.next_due_at else excluded.next_due_at end,
                confirmed_at = coalesce(known.confirmed_at, excluded.confirmed_at)
            where known.state in ('PENDING', 'ACTIVE')
            returning id, email_key, xmax = 0 as added""";

    private static final String INSERT_FILTERS = """
            insert into filter (subscriber_id, position, name, query)
            select * from unnest(?::bigint[], ?::integer[], ?::text[], ?::text[])""";

    public record Written(long id, boolean added) {}

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    // Columns that the list lacks keep their values. The result is by e-mail key. Addresses that are missing from it
    // have unsubscribed or are suppressed, and stay so.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Map<String, Written> write(Collection<ImportLine> lines, List<String> columns) {
        var written = upsert(List.copyOf(lines), columns);
        replaceFilters(lines, written);
        vouch(written);
        return written;
    }

    private Map<String, Written> upsert(List<ImportLine> lines, List<String> columns) {
        var now = clock.instant();
        var written = new HashMap<String, Written>();
        sql.query(
                UPSERT,
                row -> written.put(row.getString(2), new Written(row.getLong(1), row.getBoolean(3))),
                texts(lines, it -> it.email().value()),
                texts(lines, it -> it.email().key()),
                texts(lines, it -> it.preferences().schedule().frequency().name()),
                texts(lines, it -> it.preferences().schedule().weekday().name()),
                texts(lines, it -> it.preferences().schedule().sendAt().toString()),
                texts(lines, it -> it.preferences().schedule().zone().getId()),
                lines.stream().map(it -> it.preferences().maxPapers()).toArray(Integer[]::new),
                texts(lines, it -> it.preferences().schedule().nextAfter(now).toString()),
                texts(lines, it -> it.preferences().language().code()),
                texts(lines, it -> Objects.toString(it.preferences().pausedUntil(), null)),
                lines.stream().map(it -> it.preferences().noteWhenEmpty()).toArray(Boolean[]::new),
                now,
                columns.contains("paused_until"),
                columns.contains("note_when_empty"));
        return written;
    }

    private void replaceFilters(Collection<ImportLine> lines, Map<String, Written> written) {
        sql.execute("delete from filter where subscriber_id = any (?)", (Object) written.values().stream()
                .filter(it -> !it.added())
                .map(Written::id)
                .toArray(Long[]::new));
        var owners = new ArrayList<Long>();
        var positions = new ArrayList<Integer>();
        var filters = new ArrayList<FilterText>();
        for (var line : lines) {
            var owner = written.get(line.email().key());
            for (var filter :
                    owner == null ? List.<FilterText>of() : line.preferences().filters()) {
                owners.add(owner.id());
                positions.add(filters.size());
                filters.add(filter);
            }
        }
        sql.execute(
                INSERT_FILTERS,
                owners.toArray(Long[]::new),
                positions.toArray(Integer[]::new),
                filters.stream().map(FilterText::name).toArray(String[]::new),
                filters.stream().map(FilterText::query).toArray(String[]::new));
    }

    private void vouch(Map<String, Written> written) {
        sql.execute(
                Consents.OF_IMPORT,
                clock.instant(),
                Consent.TEXT_VERSION,
                written.values().stream().map(Written::id).toArray(Long[]::new));
    }

    private static String[] texts(List<ImportLine> lines, Function<ImportLine, String> value) {
        return lines.stream().map(value).toArray(String[]::new);
    }
}
