package dev.paperround.subscriber;

import dev.paperround.i18n.Language;
import dev.paperround.subscriber.preferences.FilterText;
import dev.paperround.subscriber.preferences.Frequency;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
public class Recipients {
    // Subqueries find the filters by index, however little the planner knows of the table. A join may not.
    private static final String BY_IDS = """
            select s.id, s.email, s.state, s.manage_version,
                   array(select f.name from filter f where f.subscriber_id = s.id order by f.position),
                   array(select f.query from filter f where f.subscriber_id = s.id order by f.position),
                   s.frequency, s.language
            from subscriber s where s.id = any (?)""";

    @Inject
    AgroalDataSource database;

    // Subscribers that no longer exist are left out.
    public Map<Long, Recipient> byIds(Collection<Long> ids) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(BY_IDS)) {
            statement.setObject(1, ids.toArray(Long[]::new));
            var recipients = new HashMap<Long, Recipient>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    recipients.put(rows.getLong(1), recipient(rows));
                }
            }
            return recipients;
        } catch (SQLException e) {
            throw new IllegalStateException("The recipients could not be read.", e);
        }
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray(5).getArray();
        var queries = (String[]) row.getArray(6).getArray();
        List<FilterText> filters = new ArrayList<>();
        for (var i = 0; i < names.length; i++) {
            filters.add(new FilterText(names[i], queries[i]));
        }
        return new Recipient(
                row.getLong(1),
                row.getString(2),
                SubscriberState.valueOf(row.getString(3)),
                row.getInt(4),
                filters,
                row.getString(7).equals(Frequency.WEEKLY.name()),
                Language.of(row.getString(8)).orElse(Language.EN));
    }
}
