package dev.paperround.subscriber;

import dev.paperround.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    Sql sql;

    public List<Member> activeAfter(long id, int most) {
        return sql.query(ACTIVE_AFTER, Audience::member, id, most);
    }

    // Includes members who are not active.
    public List<Member> byEmailKeys(Collection<String> keys) {
        return sql.query(BY_KEYS, Audience::member, (Object) keys.toArray(String[]::new));
    }

    static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getLong("id"),
                row.getString("email_key"),
                SubscriberState.valueOf(row.getString("state")),
                Sql.list(row, "queries", String[].class),
                row.getInt("max_papers"));
    }
}
