package dev.paperround;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A database as an earlier version left it: every table has rows, and a send is in the middle of its mails. */
public record OldSchema(EmbeddedPostgres postgres, String database, int version) {
    /** In order. */
    public static final List<Integer> VERSIONS = versions();

    public static final int NEWEST = VERSIONS.get(VERSIONS.size() - 1);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** What came with each version, in rows as that version wrote them. */
    private static final Map<Integer, String> ROWS = new TreeMap<>(Map.ofEntries(
            Map.entry(1, """
                    insert into paper (public_id, title, abstract, created_at, updated_at)
                    values ('2611.72001', 'Herons in Towns', 'They stand on cars.', now() - interval '2 days', now());
                    insert into paper_alias values ('2611.72001', 1);
                    insert into paper_day values (1, '2026-11-18', 1)"""),
            Map.entry(2, """
                    insert into subscriber (email, email_key, state, frequency, weekday, send_at, time_zone, max_papers,
                                            created_at, confirmed_at, next_due_at)
                    select name || '@upgrade.example', name || '@upgrade.example',
                           case name when 'unsubscribed' then 'UNSUBSCRIBED' else 'ACTIVE' end, 'DAILY', 'MONDAY', '07:30',
                           'Europe/Paris', 7, now() - interval '9 days', now() - interval '8 days',
                           case name when 'unsubscribed' then null else now() + interval '12 hours' end
                    from unnest(array['sent', 'planned', 'retry', 'leased', 'rejected', 'unknown', 'skipped', 'sending',
                                      'unsubscribed']) with ordinality listed (name, place) order by place;
                    insert into filter (subscriber_id, position, name, query)
                    select id, 0, 'Birds', 'herons -"storks"' from subscriber;
                    insert into filter (subscriber_id, position, name, query)
                    select id, 1, 'Cars', 'cars' from subscriber where email like 'sent@%';
                    insert into mail_request (kind, email, created_at, next_attempt_at)
                    values ('LINK', 'nobody@upgrade.example', now(), now() + interval '1 day')"""),
            Map.entry(3, """
                    select ensure_delivery_partition(current_date);
                    insert into send (kind, day, force, state, created_on, started_at)
                    values ('MANUAL', '2026-11-18', false, 'SENDING', current_date, now() - interval '1 minute');
                    insert into delivery (created_on, send_id, subscriber_id, state, paper_ids, matched, considered, attempts,
                                          next_attempt_at, planned_at, updated_at)
                    select current_date, 1, id, upper(split_part(email, '@', 1)), '{1}', 1, 1,
                           case when email ~ '^(planned|leased|skipped)' then 0 else 1 end,
                           case when email ~ '^(planned|retry|leased)' then now() - interval '1 second' end, now(), now()
                    from subscriber where state = 'ACTIVE' and email not like 'sending@%' order by id;
                    insert into delivery_message
                    select d.id, convert_to('From: a@upgrade.example' || e'\\r\\nTo: ' || s.email || e'\\r\\nMessage-ID: <'
                           || d.id || e'.kept@upgrade.example>\\r\\n\\r\\nHerons.\\r\\n', 'UTF8')
                    from delivery d join subscriber s on s.id = d.subscriber_id where d.state = 'RETRY'"""),
            Map.entry(4, """
                    insert into ingest (source, day, started_at, last_at, duration_millis, received, added, updated, unchanged,
                                        rejected)
                    values ('huggingface', '2026-11-18', now(), now(), 5, 1, 1, 0, 0, 0);
                    insert into source_poll values ('huggingface', now(), false)"""),
            Map.entry(5, "update subscriber set paused_until = '2026-01-01' where email like 'sent@%'"),
            Map.entry(6, """
                    insert into sender values ('gone', now() - interval '1 minute');
                    update delivery set owner = 'gone/1' where state = 'LEASED';
                    insert into delivery (created_on, send_id, subscriber_id, state, paper_ids, owner, next_attempt_at,
                                          planned_at, updated_at)
                    select current_date, 1, id, 'LEASED', '{1}', 'gone/1', now(), now(), now()
                    from subscriber where email like 'sending@%';
                    delete from send_count;
                    insert into send_count (send_id, shard, pending, retrying, sent, rejected, skipped, unknown)
                    values (1, 'gone', 3, 1, 1, 1, 1, 1)"""),
            Map.entry(7, """
                    insert into suppression values ('\\x01', 'OPERATOR', now());
                    insert into bounce (received_at, kind, reference, subscriber_id, suppressed)
                    values (now(), 'SOFT', '1', 1, false)"""),
            Map.entry(9, """
                    insert into sender_journal (sender, slot, seq, in_flight)
                    select 'gone', 0, 1, array[d.id] from delivery d join subscriber s on s.id = d.subscriber_id
                    where s.email like 'sending@%'"""),
            Map.entry(10, """
                    insert into request_bucket values ('network', '192.0.2.0/24', now());
                    insert into letter_count values ('\\x02', 'LINK', array[now()]);
                    insert into spent_challenge values ('a', now() + interval '1 day')"""),
            Map.entry(11, """
                    insert into admin_token (name, scope, hash, created_at, created_by)
                    values ('charts', 'READ', '\\x03', now(), 'somebody');
                    insert into admin_session values ('\\x04', 1, '\\x03', now(), now() + interval '1 hour');
                    insert into audit (at, who, act, outcome, status) values (now(), 'charts', 'sign-in', 'DONE', 200);
                    insert into consent (subscriber_id, at, way, text_version) values (1, now(), 'CONFIRMED', '1');
                    insert into erasure values ('\\x05', now())"""),
            Map.entry(12, """
                    insert into audience_day values (current_date, 8) on conflict (day) do nothing;
                    insert into popular_query values ('cars', 3)"""),
            Map.entry(14, "insert into installation values (true, 'papers.upgrade.example')"),
            Map.entry(15, "insert into domain_budget values ('example', 3)"),
            Map.entry(18, """
                    insert into delivery_batch (created_on, send_id, planned_at, deliveries)
                    values (current_date, 1, now(), '{}')"""),
            Map.entry(21, """
                    insert into suppression_hold values ('held.example', current_date, now(), null, null);
                    insert into held_address values ('held.example', 9, now());
                    insert into domain_refusal values ('held.example', current_date, 6)"""),
            Map.entry(28, "insert into ingest_paper values (1, 1, '2026-11-18', 'huggingface')"),
            Map.entry(30, "insert into delivery_orphan values (999, now()) on conflict do nothing"),
            Map.entry(34, "insert into sign_up (subscriber_id, preferences, created_at) values (9, '{}', now())"),
            Map.entry(37, "insert into paper_abbreviation values (1, 'sd', 'sun dial', 'SD', 'Sun Dial')")));

    /** Until the sixth, a lease was a moment and what was on the wire a state. */
    private static final String BEFORE_SENDERS = """
            update delivery set owner = 'gone', lease_until = now() - interval '1 minute' where state = 'LEASED';
            insert into delivery (created_on, send_id, subscriber_id, state, paper_ids, owner, lease_until, planned_at, updated_at)
            select current_date, 1, id, 'SENDING', '{1}', 'gone', now(), now(), now() from subscriber
            where email like 'sending@%'""";

    /** Until the journal, this column was it. */
    private static final String BEFORE_JOURNAL = """
            update delivery set sending_at = now() where subscriber_id = (
                select id from subscriber where email like 'sending@%')""";

    private static List<Integer> versions() {
        try (var scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
            return scripts.map(it -> it.getFileName().toString().replaceAll("^V|__.*", ""))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static OldSchema empty(EmbeddedPostgres postgres, int version) throws SQLException {
        var old = new OldSchema(postgres, "schema_" + DATABASES.incrementAndGet(), version);
        try (var server = postgres.getPostgresDatabase().getConnection();
                var statement = server.createStatement()) {
            statement.execute("create database " + old.database);
        }
        old.migrate(version);
        return old;
    }

    static OldSchema filled(EmbeddedPostgres postgres, int version) throws SQLException {
        var old = empty(postgres, version);
        old.fill();
        return old;
    }

    private void fill() throws SQLException {
        for (var rows : ROWS.entrySet()) {
            if (rows.getKey() <= version) {
                execute(rows.getValue());
            }
        }
        if (version >= 3 && version < 6) {
            execute(BEFORE_SENDERS);
        }
        if (version >= 6 && version < 9) {
            execute(BEFORE_JOURNAL);
        }
    }

    void migrate(int target) {
        Flyway.configure()
                .dataSource(url(), "postgres", "postgres")
                .target(Integer.toString(target))
                .load()
                .migrate();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row, as text. */
    List<String> texts(String select) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
