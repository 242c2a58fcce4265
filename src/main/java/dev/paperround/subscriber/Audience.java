package dev.paperround.subscriber;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads the members that a send is for, one page per statement. */
@ApplicationScoped
public class Audience {
    static final String MEMBER = """
            s.id, s.email_key, s.state, s.max_papers,
            array(select f.query from filter f where f.subscriber_id = s.id order by f.position) as queries
            """;

    private static final String ACTIVE_AFTER =
            "select " + MEMBER + "from subscriber s where s.id > ? and s.state = 'ACTIVE' order by s.id limit ?";

    private static final String BY_KEYS =
            "select " + MEMBER + "from subscriber s where s.email_key = any (?) order by s.id";

    @Inject
    AgroalDataSource database;

    public List<Member> activeAfter(long id, int most) {
        return members(ACTIVE_AFTER, statement -> {
            statement.setLong(1, id);
            statement.setInt(2, most);
        });
    }

    // Includes members who are not active.
    public List<Member> byEmailKeys(Collection<String> keys) {
        return members(BY_KEYS, statement -> statement.setObject(1, keys.toArray(String[]::new)));
    }

    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<Member> members(String sql, Values values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            values.set(statement);
            var members = new ArrayList<Member>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    members.add(member(rows));
                }
            }
            return members;
        } catch (SQLException e) {
            throw new IllegalStateException("The audience could not be read.", e);
        }
    }

    static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getLong("id"),
                row.getString("email_key"),
                SubscriberState.valueOf(row.getString("state")),
                List.of((String[]) row.getArray("queries").getArray()),
                row.getInt("max_papers"));
    }
}
