package dev.paperround;

import dev.paperround.CountingSink.Step;
import dev.paperround.testing.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Kills the program at each step of a mail and at random moments between, now and then PostgreSQL as well, and then counts:
 * every delivery's mail was taken exactly once, or the delivery is listed as unknown.
 */
final class KillsBench {
    private static final int KILLS = Integer.getInteger("bench.kills", 200);
    private static final int SUBSCRIBERS = Integer.getInteger("bench.subscribers", 20_000);
    private static final int CONNECTIONS = 10;
    private static final int DATABASE_EVERY = 20;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);
    private static final String TOKEN = "a-benchmark-s-operator";

    private final Random random = new Random();
    private final Path directory = Files.createTempDirectory("kills-bench");
    private final RestartablePostgres postgres = new RestartablePostgres(directory, Ports.free());
    private final CountingSink sink = new CountingSink();
    private final Map<Step, Integer> killedAt = new EnumMap<>(Step.class);
    private int killedBetween;
    private int databaseKills;
    private long send;

    private KillsBench() throws Exception {}

    static void run() throws Exception {
        var bench = new KillsBench();
        try {
            bench.prepare();
            for (var kill = 1; kill <= KILLS; kill++) {
                bench.live(kill);
            }
            bench.finish();
            bench.report();
        } finally {
            bench.sink.close();
            bench.postgres.close();
        }
    }

    private void prepare() throws Exception {
        try (var program = ready()) {
            var operator = new OperatorApi(program.address(), TOKEN);
            operator.ingest(DAY.toString(), InventedPapers.days(DAY, 1, 48).get(0));
            operator.subscribe(InventedSubscribers.csv(0, SUBSCRIBERS, 500));
            send = operator.send(DAY.toString());
        }
    }

    /** One life of the program. */
    private void live(int kill) throws Exception {
        var program = ready();
        var operator = new OperatorApi(program.address(), TOKEN);
        if (operator.progress(send).get("state").asText().equals("DONE")) {
            send = operator.send(DAY.toString());
        }
        if (kill % DATABASE_EVERY == 0) {
            Thread.sleep(random.nextInt(1_000));
            postgres.killAndRestart();
            databaseKills++;
        }
        if (kill % 2 == 0) {
            Thread.sleep(200 + random.nextInt(1_500));
            killedBetween++;
        } else {
            awaitStep(Step.values()[random.nextInt(Step.values().length)]);
        }
        program.kill();
        if (kill % 10 == 0) {
            System.out.printf("%d kills, %d mails taken%n", kill, sink.taken().size());
        }
    }

    /** A step that does not come in time, as all that is left is leased, makes it a kill between. */
    private void awaitStep(Step step) throws InterruptedException {
        var reached = new CountDownLatch(1);
        var nth = new AtomicInteger(random.nextInt(500));
        sink.watch(at -> {
            if (at == step && nth.decrementAndGet() < 0) {
                reached.countDown();
            }
        });
        if (reached.await(3, TimeUnit.SECONDS)) {
            killedAt.merge(step, 1, Integer::sum);
        } else {
            killedBetween++;
        }
        sink.watch(at -> {});
    }

    private void finish() throws Exception {
        try (var program = ready()) {
            var operator = new OperatorApi(program.address(), TOKEN);
            while (!operator.progress(send).get("state").asText().equals("DONE") || open() > 0) {
                Thread.sleep(500);
            }
        }
    }

    private long open() throws Exception {
        return count("state in ('PLANNED', 'LEASED', 'SENDING', 'RETRY')");
    }

    private long count(String condition) throws Exception {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from delivery where " + condition)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void report() throws Exception {
        var sends = count("true") / SUBSCRIBERS;
        var lost = 0;
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id from delivery where state = 'SENT'")) {
            while (rows.next()) {
                lost += sink.taken().containsKey(rows.getLong(1)) ? 0 : 1;
            }
        }
        var repeated = sink.taken().values().stream().filter(times -> times > 1).count();
        var unknown = count("state = 'UNKNOWN'");
        var bound = (KILLS + databaseKills) * CONNECTIONS;
        System.out.printf(
                "killed at %s, between %d; PostgreSQL killed %d times%n", killedAt, killedBetween, databaseKills);
        System.out.printf(
                "deliveries %d in %d sends, sent %d, unknown %d (at most %d), skipped %d, rejected %d%n",
                count("true"),
                sends,
                count("state = 'SENT'"),
                unknown,
                bound,
                count("state = 'SKIPPED'"),
                count("state = 'REJECTED'"));
        System.out.printf("lost %d, repeated %d%n", lost, repeated);
        if (lost > 0 || repeated > 0 || unknown > bound) {
            throw new AssertionError("Mail was lost or repeated, or too much is unknown.");
        }
    }

    private Program ready() throws Exception {
        return Program.ready(
                directory,
                Map.ofEntries(
                        Map.entry("JAVA_TOOL_OPTIONS", "-Xmx512m -XX:TieredStopAtLevel=1"),
                        Map.entry("QUARKUS_DATASOURCE_JDBC_URL", postgres.url()),
                        Map.entry("QUARKUS_DATASOURCE_USERNAME", "postgres"),
                        Map.entry("QUARKUS_DATASOURCE_PASSWORD", "postgres"),
                        Map.entry("QUARKUS_MAILER_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MAILER_PORT", Integer.toString(sink.port())),
                        Map.entry("PAPERROUND_SECRET", "the secret of a benchmark that is long enough"),
                        Map.entry("PAPERROUND_ADMIN_TOKEN", TOKEN),
                        Map.entry("PAPERROUND_DELIVERY_CONNECTIONS", Integer.toString(CONNECTIONS)),
                        Map.entry("PAPERROUND_DELIVERY_REPLY_TIMEOUT", "5s")));
    }
}
