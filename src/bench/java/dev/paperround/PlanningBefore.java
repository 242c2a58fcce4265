package dev.paperround;

import dev.paperround.digest.PaperWindow;
import dev.paperround.digest.Selection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How planning was done at first, without what Hibernate added to it: pages of 500 locked rows, a look at what was
 * received for each of them, and a statement a row, sent in batches.
 */
final class PlanningBefore {
    private static final int PAGE = 500;

    private static final String RECEIVED = """
            select subscriber_id, array_agg(distinct paper) from delivery, unnest(paper_ids) paper
            where subscriber_id = any (?) and paper = any (?)
              and state in ('PLANNED', 'LEASED', 'SENDING', 'SENT', 'RETRY', 'UNKNOWN')
            group by subscriber_id""";

    private static final String INSERT = """
            insert into delivery (created_on, send_id, subscriber_id, state, paper_ids, more_ids, matched, considered,
                                  reason, next_attempt_at, planned_at, updated_at)
            values (?, (select max(id) from send), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint uq_delivery_send_subscriber do nothing""";

    private record Person(long id, List<String> queries) {}

    private final PlanningDatabase database;
    private final PaperWindow window;

    PlanningBefore(PlanningDatabase database, Crowd crowd) {
        this.database = database;
        this.window = new PaperWindow(
                Crowd.DAY,
                crowd.papers.stream()
                        .sorted(Comparator.comparing(it -> it.day().orElseThrow(), Comparator.reverseOrder()))
                        .toList());
    }

    void plan() throws SQLException {
        database.execute("select ensure_delivery_partition(current_date)");
        database.execute("""
                insert into send (kind, day, state, created_on, started_at)
                values ('MANUAL', current_date, 'PAUSED', current_date, now())""");
        database.connection.setAutoCommit(false);
        var page = people(0);
        while (!page.isEmpty()) {
            write(page, received(page));
            database.connection.commit();
            page = people(page.get(page.size() - 1).id());
        }
        database.connection.setAutoCommit(true);
    }

    private List<Person> people(long after) throws SQLException {
        var queries = new HashMap<Long, List<String>>();
        try (var statement = database.connection.prepareStatement(
                "select * from subscriber where id > ? and state = 'ACTIVE' order by id limit ? for update")) {
            statement.setLong(1, after);
            statement.setInt(2, PAGE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    queries.put(rows.getLong("id"), new ArrayList<>());
                }
            }
        }
        try (var statement = database.connection.prepareStatement(
                "select * from filter where subscriber_id = any (?) order by position")) {
            statement.setObject(1, queries.keySet().toArray(Long[]::new));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    queries.get(rows.getLong("subscriber_id")).add(rows.getString("query"));
                }
            }
        }
        return queries.entrySet().stream()
                .map(it -> new Person(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing(Person::id))
                .toList();
    }

    private Map<Long, Set<Long>> received(List<Person> people) throws SQLException {
        var received = new HashMap<Long, Set<Long>>();
        try (var statement = database.connection.prepareStatement(RECEIVED)) {
            statement.setObject(1, people.stream().mapToLong(Person::id).toArray());
            statement.setObject(
                    2, window.papers().stream().mapToLong(it -> it.id()).toArray());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    received.put(
                            rows.getLong(1), Set.of((Long[]) rows.getArray(2).getArray()));
                }
            }
        }
        return received;
    }

    private void write(List<Person> people, Map<Long, Set<Long>> received) throws SQLException {
        var now = OffsetDateTime.now();
        try (var statement = database.connection.prepareStatement(INSERT)) {
            for (var person : people) {
                var composition =
                        window.composer().compose(person.queries(), received.getOrDefault(person.id(), Set.of()), 20);
                add(statement, person, composition, now);
            }
            statement.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Person person, Selection composition, OffsetDateTime now)
            throws SQLException {
        var nothing = composition.nothing();
        var values = new Object[] {
            LocalDate.now(),
            person.id(),
            nothing.isPresent() ? "SKIPPED" : "PLANNED",
            composition.papers().toArray(Long[]::new),
            composition.more().toArray(Long[]::new),
            composition.matched(),
            composition.considered(),
            nothing.map(Enum::name).orElse(null),
            nothing.isPresent() ? null : now,
            now,
            now
        };
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
