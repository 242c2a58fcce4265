package dev.paperround;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/** Pauses, resumes and cancels a send of a million: how soon that takes effect, and that nothing is lost or repeated by it. */
final class ControlBench {
    private static final int SUBSCRIBERS = Integer.getInteger("bench.subscribers", 1_000_000);
    private static final int PAUSES = Integer.getInteger("bench.rounds", 5);
    private static final int WHILE_SENDING = 3_000;
    private static final int WHILE_PAUSED = 4_000;
    private static final String TOKEN = "a-benchmark-s-operator";

    private final CountingSink sink = new CountingSink(1);
    private volatile long lastTaken;
    private PlanningDatabase database;
    private OperatorApi operator;
    private long send;

    private ControlBench() throws IOException {
        sink.watch(step -> {
            if (step == CountingSink.Step.BEFORE_REPLY) {
                lastTaken = System.nanoTime();
            }
        });
    }

    static void measure() throws Exception {
        var directory = Files.createTempDirectory("control-bench");
        var bench = new ControlBench();
        try (var program = Program.ready(directory, settings(directory, bench.sink.port()))) {
            bench.run(program, directory);
        } finally {
            bench.sink.close();
            FileUtils.deleteDirectory(directory.toFile());
        }
    }

    private static Map<String, String> settings(Path directory, int port) {
        return Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Xmx512m",
                "PAPERROUND_DATA_DIR",
                directory.resolve("data").toString(),
                "PAPERROUND_ADMIN_TOKEN",
                TOKEN,
                "QUARKUS_MAILER_HOST",
                "127.0.0.1",
                "QUARKUS_MAILER_PORT",
                Integer.toString(port));
    }

    private void run(Program program, Path directory) throws Exception {
        operator = new OperatorApi(program.address(), TOKEN);
        database = new PlanningDatabase(directory.resolve("data"));
        var crowd = new Crowd(240, 50_000);
        database.feature(crowd.papers);
        database.people(SUBSCRIBERS, crowd.queries);
        send = operator.send(Crowd.DAY.toString());
        while (state().equals("PLANNING")) {
            Thread.sleep(200);
        }
        var paused = new double[PAUSES];
        var resumed = new double[PAUSES];
        for (var i = 0; i < PAUSES; i++) {
            Thread.sleep(WHILE_SENDING);
            paused[i] = secondsToSilence("pause");
            resumed[i] = secondsToFirstMail();
        }
        Thread.sleep(WHILE_SENDING);
        var cancelled = secondsToSilence("cancel");
        var begun = System.nanoTime();
        while (operator.progress(send).get("finishedAt").isNull()) {
            Thread.sleep(200);
        }
        report(paused, resumed, cancelled, since(begun));
    }

    private String state() throws IOException, InterruptedException {
        return operator.progress(send).get("state").asText();
    }

    /** From the call to the last mail that was taken after it. */
    private double secondsToSilence(String action) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        operator.change(send, action);
        Thread.sleep(WHILE_PAUSED);
        return Math.max(0, (lastTaken - begun) / 1e9);
    }

    private double secondsToFirstMail() throws IOException, InterruptedException {
        var before = lastTaken;
        var begun = System.nanoTime();
        operator.change(send, "resume");
        while (lastTaken == before) {
            Thread.sleep(1);
        }
        return since(begun);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void report(double[] paused, double[] resumed, double cancelled, double skipped) throws SQLException {
        System.out.printf(Locale.ROOT, "a send of %,d%n", SUBSCRIBERS);
        System.out.printf(Locale.ROOT, "paused %d times: the last mail at most %.2f s later%n", PAUSES, most(paused));
        System.out.printf(Locale.ROOT, "resumed: the next mail at most %.2f s later%n", most(resumed));
        System.out.printf(
                Locale.ROOT,
                "cancelled: the last mail %.2f s later; all the rest skipped, with their reason, %.0f s after that%n",
                cancelled,
                skipped);
        var sent = count("state = 'SENT'");
        var planned = SUBSCRIBERS - count("state = 'SKIPPED' and reason <> 'CANCELLED'");
        var left = planned - sent - count("state = 'SKIPPED' and reason = 'CANCELLED'");
        var lost = sent - sink.taken().size();
        var repeated = sink.taken().values().stream().filter(times -> times > 1).count();
        System.out.printf(
                Locale.ROOT,
                "planned %,d, sent %,d, neither sent nor skipped %d; lost %d, repeated %d%n",
                planned,
                sent,
                left,
                lost,
                repeated);
        if (left != 0 || lost != 0 || repeated != 0) {
            throw new AssertionError("Mail was lost, repeated or forgotten.");
        }
    }

    private static double most(double[] seconds) {
        return Arrays.stream(seconds).max().orElseThrow();
    }

    private long count(String condition) throws SQLException {
        return database.number("select count(*) from delivery where " + condition);
    }
}
