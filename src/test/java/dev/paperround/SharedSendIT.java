package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.paperround.startup.EmbeddedDatabase;
import dev.paperround.testing.SlowRelay;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged programs on one database, the first one's, and one relay. */
class SharedSendIT {
    private static final int SUBSCRIBERS = 2000;
    private static final int CONNECTIONS = 10;
    private static final String TOKEN = "of-two-programs";
    private static final String DAY = "2026-11-18";

    @TempDir
    Path directory;

    private SlowRelay relay;
    private Program first;
    private Program second;

    @BeforeEach
    void start() throws Exception {
        relay = new SlowRelay(30);
        first = Program.soon(directory, settings());
        var settings = settings();
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", data().url());
        settings.put("QUARKUS_DATASOURCE_USERNAME", EmbeddedDatabase.USERNAME);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", data().password());
        second = Program.soon(directory, settings);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(numbers("select count(*) from sender"))
                .containsExactly(2L));
        operator().ingest(DAY, House.row("2611.70001", "Moss", "A study of moss on walls.", 3));
        operator().importReaders(0, SUBSCRIBERS, "two.example", "moss");
    }

    @AfterEach
    void stop() throws Exception {
        second.close();
        first.close();
        relay.close();
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "QUARKUS_MAILER_HOST",
                "localhost",
                "QUARKUS_MAILER_PORT",
                Integer.toString(relay.port()),
                "QUARKUS_MAILER_START_TLS",
                "DISABLED",
                "PAPERROUND_SECRET",
                "a secret of two programs",
                "PAPERROUND_ADMIN_TOKEN",
                TOKEN,
                "PAPERROUND_DELIVERY_CONNECTIONS",
                Integer.toString(CONNECTIONS)));
    }

    @Test
    void theyShareASendAndOneTakesOverWhatAKilledOneHeld() throws Exception {
        var shared = new ProgramOperator(second, TOKEN).send(DAY, true);
        operator().awaitDone(shared);
        assertThat(deliveries(shared, "SENT")).hasSize(SUBSCRIBERS);
        assertThat(relay.taken()).hasSize(SUBSCRIBERS);
        assertThat(sentByEach(shared)).hasSize(2).allSatisfy(sent -> assertThat(sent)
                .isGreaterThan(SUBSCRIBERS / 4));

        var cut = new ProgramOperator(second, TOKEN).send(DAY, true);
        await().atMost(Duration.ofSeconds(30)).until(() -> relay.taken().size() > SUBSCRIBERS + SUBSCRIBERS / 4);
        second.kill();
        assertThat(numbers("select d.id from delivery_batch b join delivery d on d.id = any(b.deliveries)"
                        + " where b.owner is not null and d.state = 'PLANNED' and d.send_id = " + cut))
                .as("held by both when one is killed")
                .isNotEmpty();
        operator().awaitDone(cut);

        var sent = deliveries(cut, "SENT");
        var unknown = deliveries(cut, "UNKNOWN");
        assertThat(sent.size() + unknown.size()).isEqualTo(SUBSCRIBERS);
        assertThat(unknown).hasSizeLessThanOrEqualTo(CONNECTIONS);
        assertThat(relay.taken()).containsKeys(sent.toArray(Long[]::new));
        assertThat(relay.taken().values()).as("none twice").containsOnly(1);
        assertThat(sentByEach(cut)).as("the killed one had its part").hasSize(2);
        assertThat(numbers("select count(distinct subscriber_id) from delivery where send_id = " + cut))
                .containsExactly((long) SUBSCRIBERS);
    }

    private ProgramOperator operator() {
        return new ProgramOperator(first, TOKEN);
    }

    private List<Long> deliveries(long send, String state) throws IOException, SQLException {
        return numbers("select id from delivery where send_id = " + send + " and state = '" + state + "'");
    }

    private List<Long> sentByEach(long send) throws IOException, SQLException {
        return numbers("select sum(sent) from send_count where sent > 0 and send_id = " + send
                + " group by split_part(shard, ' ', 1)");
    }

    private List<Long> numbers(String select) throws IOException, SQLException {
        try (var connection = data().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(select)) {
            var numbers = new ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        }
    }

    private ProgramData data() {
        return ProgramData.in(directory);
    }
}
