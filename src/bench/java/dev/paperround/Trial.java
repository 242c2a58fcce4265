package dev.paperround;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The packaged program, many subscribers and a relay that counts, while something happens to the database. */
final class Trial implements AutoCloseable {
    static final int SUBSCRIBERS = Integer.getInteger("bench.subscribers", 2_000);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);
    private static final String TOKEN = "a-trial-s-operator";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final CountingSink sink = new CountingSink();
    private Program program;
    private OperatorApi operator;

    /** Where the deliveries are looked up, which need not be where the program does. */
    interface Database {
        Connection connect() throws SQLException;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    Trial(Path directory, String url) throws Exception {
        this.directory = directory;
        try {
            start(url);
        } catch (AssertionError e) {
            printOutput();
            throw e;
        }
        operator.ingest(DAY.toString(), InventedPapers.days(DAY, 1, 48).get(0));
        System.out.printf("%d subscribers, 10 connections%n", SUBSCRIBERS);
        operator.subscribe(InventedSubscribers.csv(0, SUBSCRIBERS, 500));
    }

    void start(String url) throws Exception {
        var settings = new HashMap<>(Map.of(
                "JAVA_TOOL_OPTIONS", "-Xmx512m -XX:TieredStopAtLevel=1",
                "QUARKUS_DATASOURCE_JDBC_URL", url,
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", Integer.toString(sink.port()),
                "PAPERROUND_SECRET", "the secret of a trial that is long enough",
                "PAPERROUND_ADMIN_TOKEN", TOKEN));
        program = Program.ready(directory, settings);
        operator = new OperatorApi(program.address(), TOKEN);
    }

    void kill() throws InterruptedException {
        program.kill();
    }

    OperatorApi operator() {
        return operator;
    }

    /** To everybody. */
    long send() throws Exception {
        return operator.send(DAY.toString());
    }

    /** Until so many more mails than {@code before} were taken. */
    void awaitTaken(int before, int more) throws Exception {
        await("taking " + more + " mails", () -> taken() >= before + more);
    }

    int taken() {
        return sink.taken().size();
    }

    void awaitDone(long send) throws Exception {
        await("send " + send + " being done", () -> {
            try {
                return operator.progress(send).get("state").asText().equals("DONE");
            } catch (IOException databaseIsAway) {
                return false;
            }
        });
    }

    private void await(String what, Condition condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                printOutput();
                throw new AssertionError("Waited in vain for " + what + ".");
            }
            Thread.sleep(50);
        }
    }

    private void printOutput() throws IOException {
        try (var files = Files.list(directory)) {
            files.filter(it -> it.getFileName().toString().startsWith("output")).forEach(Trial::print);
        }
    }

    private static void print(Path output) {
        try {
            System.out.println(Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every subscriber of the send has one mail that was taken once, or is listed with what else became of it. */
    void check(String what, long send, Database database) throws SQLException {
        var states = new TreeMap<String, Integer>();
        var lost = 0;
        var repeated = 0;
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, state from delivery where send_id = " + send)) {
            while (rows.next()) {
                states.merge(rows.getString(2), 1, Integer::sum);
                var times = sink.taken().getOrDefault(rows.getLong(1), 0);
                lost += rows.getString(2).equals("SENT") && times == 0 ? 1 : 0;
                repeated += times > 1 ? 1 : 0;
            }
        }
        var listed = states.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%s: %d subscribers, %s; lost %d, repeated %d%n", what, listed, states, lost, repeated);
        var open = states.keySet().stream().anyMatch(it -> it.matches("PLANNED|LEASED|RETRY"));
        if (lost > 0 || repeated > 0 || open || listed != SUBSCRIBERS) {
            throw new AssertionError("After " + what + " mail was lost, repeated or left.");
        }
    }

    @Override
    public void close() throws IOException {
        program.close();
        sink.close();
    }
}
