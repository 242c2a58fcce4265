package dev.paperround.subscriber;

import dev.paperround.database.Sql;
import dev.paperround.i18n.Language;
import dev.paperround.subscriber.preferences.FilterText;
import dev.paperround.subscriber.preferences.Frequency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ApplicationScoped
public class Recipients {
    // Subqueries find the filters by index, however little the planner knows of the table. A join may not.
    private static final String BY_IDS = """
            select s.id, s.email, s.state, s.manage_version,
                   array(select f.name from filter f where f.subscriber_id = s.id order by f.position) names,
                   array(select f.query from filter f where f.subscriber_id = s.id order by f.position) queries,
                   s.frequency, s.language
            from subscriber s where s.id = any (?)""";

    @Inject
    Sql sql;

    // Subscribers that no longer exist are left out.
    public Map<Long, Recipient> byIds(Collection<Long> ids) {
        return sql.query(BY_IDS, Recipients::recipient, (Object) ids.toArray(Long[]::new)).stream()
                .collect(Collectors.toMap(Recipient::id, Function.identity()));
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        var names = Sql.list(row, "names", String[].class);
        var queries = Sql.list(row, "queries", String[].class);
        return new Recipient(
                row.getLong("id"),
                row.getString("email"),
                SubscriberState.valueOf(row.getString("state")),
                row.getInt("manage_version"),
                IntStream.range(0, names.size())
                        .mapToObj(i -> new FilterText(names.get(i), queries.get(i)))
                        .toList(),
                row.getString("frequency").equals(Frequency.WEEKLY.name()),
                Language.of(row.getString("language")).orElse(Language.EN));
    }
}
