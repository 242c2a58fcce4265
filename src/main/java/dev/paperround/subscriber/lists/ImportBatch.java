package dev.paperround.subscriber.lists;

import dev.paperround.subscriber.Consent;
import dev.paperround.subscriber.Consents;
import dev.paperround.subscriber.preferences.FilterText;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
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
    AgroalDataSource database;

    @Inject
    Clock clock;

    // Columns that the list lacks keep their values. The result is by e-mail key. Addresses that are missing from it
    // have unsubscribed or are suppressed, and stay so.
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Map<String, Written> write(Collection<ImportLine> lines, List<String> columns) {
        try (var connection = database.getConnection()) {
            var written = upsert(connection, List.copyOf(lines), columns);
            replaceFilters(connection, lines, written);
            vouch(connection, written);
            return written;
        } catch (SQLException e) {
            throw new IllegalStateException("The subscribers could not be written.", e);
        }
    }

    private Map<String, Written> upsert(Connection connection, List<ImportLine> lines, List<String> columns)
            throws SQLException {
        var now = clock.instant();
        try (var statement = connection.prepareStatement(UPSERT)) {
            statement.setObject(1, texts(lines, it -> it.email().value()));
            statement.setObject(2, texts(lines, it -> it.email().key()));
            statement.setObject(
                    3,
                    texts(lines, it -> it.preferences().schedule().frequency().name()));
            statement.setObject(
                    4, texts(lines, it -> it.preferences().schedule().weekday().name()));
            statement.setObject(
                    5, texts(lines, it -> it.preferences().schedule().sendAt().toString()));
            statement.setObject(
                    6, texts(lines, it -> it.preferences().schedule().zone().getId()));
            statement.setObject(
                    7, lines.stream().map(it -> it.preferences().maxPapers()).toArray(Integer[]::new));
            statement.setObject(8, texts(lines, it -> it.preferences()
                    .schedule()
                    .nextAfter(now)
                    .toString()));
            statement.setObject(
                    9, texts(lines, it -> it.preferences().language().code()));
            statement.setObject(
                    10, texts(lines, it -> Objects.toString(it.preferences().pausedUntil(), null)));
            statement.setObject(
                    11,
                    lines.stream().map(it -> it.preferences().noteWhenEmpty()).toArray(Boolean[]::new));
            statement.setObject(12, now.atOffset(ZoneOffset.UTC));
            statement.setBoolean(13, columns.contains("paused_until"));
            statement.setBoolean(14, columns.contains("note_when_empty"));
            var written = new HashMap<String, Written>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    written.put(rows.getString(2), new Written(rows.getLong(1), rows.getBoolean(3)));
                }
            }
            return written;
        }
    }

    private void replaceFilters(Connection connection, Collection<ImportLine> lines, Map<String, Written> written)
            throws SQLException {
        try (var statement = connection.prepareStatement("delete from filter where subscriber_id = any (?)")) {
            statement.setObject(
                    1,
                    written.values().stream()
                            .filter(it -> !it.added())
                            .map(Written::id)
                            .toArray(Long[]::new));
            statement.executeUpdate();
        }
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
        try (var statement = connection.prepareStatement(INSERT_FILTERS)) {
            statement.setObject(1, owners.toArray(Long[]::new));
            statement.setObject(2, positions.toArray(Integer[]::new));
            statement.setObject(3, filters.stream().map(FilterText::name).toArray(String[]::new));
            statement.setObject(4, filters.stream().map(FilterText::query).toArray(String[]::new));
            statement.executeUpdate();
        }
    }

    private void vouch(Connection connection, Map<String, Written> written) throws SQLException {
        try (var statement = connection.prepareStatement(Consents.OF_IMPORT)) {
            statement.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            statement.setString(2, Consent.TEXT_VERSION);
            statement.setObject(3, written.values().stream().map(Written::id).toArray(Long[]::new));
            statement.executeUpdate();
        }
    }

    private static String[] texts(List<ImportLine> lines, Function<ImportLine, String> value) {
        return lines.stream().map(value).toArray(String[]::new);
    }
}
