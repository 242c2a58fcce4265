package dev.paperround;

import dev.paperround.testing.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * End to end: deliveries that are planned are claimed, rendered, accepted by the relay and recorded. The relay is down while
 * a send is planned, so that planning is not in the figure.
 */
final class DeliveryBench {
    private static final int SUBSCRIBERS = Integer.getInteger("bench.subscribers", 40_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 80);
    private static final int SAMPLE = 200;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);
    private static final String TOKEN = "a-benchmark-s-operator";

    private final int port;
    private final OperatorApi operator;

    private DeliveryBench(int port, OperatorApi operator) {
        this.port = port;
        this.operator = operator;
    }

    static void run() throws Exception {
        var directory = Files.createTempDirectory("delivery-bench");
        var port = Ports.free();
        try (var program = Program.ready(directory, settings(port))) {
            var bench = new DeliveryBench(port, new OperatorApi(program.address(), TOKEN));
            bench.prepare();
            var bytes = bench.averageBytes();
            // Until the compiler is done with what a send runs through.
            for (var send = 0; send < 6; send++) {
                bench.endToEnd();
            }
            var database = new PlanningDatabase(directory.resolve("data"));
            var nodemailer = NodemailerPool.install();
            new Rounds(ROUNDS, "mails/s, " + SUBSCRIBERS + " mails over " + CONNECTIONS + " connections")
                    .with("smtp-source, " + bytes + " bytes made beforehand", () -> bench.source(bytes))
                    .with("claimed, rendered, accepted, recorded", bench::endToEnd)
                    .with("nodemailer's pool of 10, only sent", () -> bench.atSink(it -> nodemailer.send(it, 3_000)))
                    .with(
                            "Quarkus Mailer in a loop: rendered, sent, noted",
                            () -> bench.atSink(it -> QuarkusMailerLoop.renderSendAndNote(it, 1_000, database)))
                    .run();
            bench.printStorage(database);
        }
    }

    /** What a delivery leaves behind, and what it writes on its way, from its plan to its end. */
    private void printStorage(PlanningDatabase database) throws Exception {
        database.execute("vacuum");
        var table = database.number(
                "select sum(pg_table_size(inhrelid)) from pg_inherits where inhparent = 'delivery'::regclass");
        var indexes = database.number(
                "select sum(pg_indexes_size(inhrelid)) from pg_inherits where inhparent = 'delivery'::regclass");
        var rows = database.number("select count(*) from delivery");
        var before = database.number("select pg_current_wal_lsn() - '0/0'::pg_lsn");
        endToEnd();
        var log = database.number("select pg_current_wal_lsn() - '0/0'::pg_lsn") - before;
        System.out.printf(
                Locale.ROOT,
                "%,d deliveries: %d bytes of table and %d of indexes each; %d bytes of write-ahead log each, planning included%n",
                rows,
                table / rows,
                indexes / rows,
                log / SUBSCRIBERS);
    }

    private static Map<String, String> settings(int port) {
        return Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Xmx512m " + System.getProperty("bench.java", ""),
                "QUARKUS_MAILER_HOST",
                "127.0.0.1",
                "QUARKUS_MAILER_PORT",
                Integer.toString(port),
                "PAPERROUND_DELIVERY_CONNECTIONS",
                Integer.toString(CONNECTIONS),
                "PAPERROUND_ADMIN_TOKEN",
                TOKEN);
    }

    private void prepare() throws IOException, InterruptedException {
        var days = InventedPapers.days(DAY, 5, 48);
        for (var i = 0; i < days.size(); i++) {
            operator.ingest(DAY.minusDays(days.size() - 1L - i).toString(), days.get(i));
        }
        for (var from = 0; from < SUBSCRIBERS; from += 100_000) {
            operator.subscribe(InventedSubscribers.csv(from, Math.min(from + 100_000, SUBSCRIBERS), 500));
        }
    }

    /** Of the mails, so that both send the same. */
    private int averageBytes() throws IOException, InterruptedException {
        var all = 0;
        for (var reader = 0; reader < SAMPLE; reader++) {
            all += operator.mail("reader" + reader + "@example.org", DAY.toString()).length;
        }
        return all / SAMPLE;
    }

    private double source(int bytes) throws Exception {
        return atSink(it -> Postfix.source(it, SUBSCRIBERS, bytes, CONNECTIONS));
    }

    private interface Sender {
        double send(int port) throws Exception;
    }

    private double atSink(Sender sender) throws Exception {
        try (var sink = Postfix.sink(port)) {
            return sender.send(sink.port());
        }
    }

    private double endToEnd() throws IOException, InterruptedException {
        var send = operator.send(DAY.toString());
        while (operator.progress(send).get("state").asText().equals("PLANNING")) {
            Thread.sleep(20);
        }
        var sink = Postfix.sink(port);
        try {
            return rate(send);
        } finally {
            sink.close();
        }
    }

    private double rate(long send) throws IOException, InterruptedException {
        var before = sent(send);
        while (before == 0) {
            Thread.sleep(2);
            before = sent(send);
        }
        var begun = System.nanoTime();
        var now = before;
        while (now < SUBSCRIBERS) {
            // Asked more often, the program would be busy with answering.
            Thread.sleep(now < SUBSCRIBERS * 9L / 10 ? 500 : 50);
            now = sent(send);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        while (!operator.progress(send).get("state").asText().equals("DONE")) {
            Thread.sleep(20);
        }
        return (now - before) / seconds;
    }

    private long sent(long send) throws IOException, InterruptedException {
        return operator.progress(send).get("sent").asLong();
    }
}
