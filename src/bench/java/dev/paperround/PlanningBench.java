package dev.paperround;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** From the call that starts a send to its last row in the ledger: the packaged program with 512 MB, seen from outside. */
final class PlanningBench {
    private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");

    private final Path directory;
    private final Crowd crowd = new Crowd(240, 50_000);
    private PlanningDatabase database;
    private Program program;

    private PlanningBench(Path directory) {
        this.directory = directory;
    }

    static void measure() throws Exception {
        var directory = Files.createTempDirectory("planning");
        try {
            new PlanningBench(directory).run();
        } finally {
            FileUtils.deleteDirectory(directory.toFile());
        }
    }

    private void run() throws Exception {
        // Nothing listens there: planned digests stay in the ledger.
        var settings = Map.of(
                "PAPERROUND_DATA_DIR", directory.resolve("data").toString(),
                "QUARKUS_MAILER_HOST", "127.0.0.1",
                "QUARKUS_MAILER_PORT", "9",
                "PAPERROUND_MAIL_FROM", "Paper Round <digest@bench.example>",
                "PAPERROUND_DELIVERY_CONNECTIONS", "1",
                "JAVA_TOOL_OPTIONS", "-Xmx512m -Xlog:gc:file=" + directory.resolve("gc.txt"));
        program = Program.ready(directory, settings);
        try {
            database = new PlanningDatabase(directory.resolve("data"));
            database.feature(crowd.papers);
            System.out.printf(
                    "%-44s %10s %10s %12s %8s %8s %10s%n",
                    "", "people", "seconds", "people/s", "CPU s", "of it DB", "heap, MB");
            people(100_000);
            measure(
                    "the way before: 500 a page, a row a statement",
                    100_000,
                    new PlanningBefore(database, crowd)::plan);
            for (var size : new int[] {10_000, 100_000, 1_000_000}) {
                people(size);
                measure("send to all", size, this::send);
            }
            measure("send to all again, everybody has papers", 1_000_000, this::send);
            database.makeDue();
            measure("all due at one moment", 1_000_000, database::awaitNobodyDue);
        } finally {
            program.close();
        }
    }

    private void people(int size) throws SQLException {
        database.people(size, crowd.queries);
    }

    private void send() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(program.address() + "/api/admin/sends"))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(directory.resolve("data/admin-token"))
                                        .strip())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"day\":\"" + Crowd.DAY + "\",\"audience\":{\"all\":true}}"))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.body());
        }
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(database::nothingBeingPlanned);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** With the processor time of the program, this benchmark and the database, which a busy machine does not stretch so. */
    private void measure(String what, int people, Work work) throws Exception {
        var start = System.nanoTime();
        var java = cpu(ProcessHandle.of(program.pid()).stream()) + cpu(Stream.of(ProcessHandle.current()));
        var postgres = cpu(ProcessHandle.of(database.pid).stream().flatMap(ProcessHandle::descendants));
        work.run();
        var seconds = (System.nanoTime() - start) / 1e9;
        java = cpu(ProcessHandle.of(program.pid()).stream()) + cpu(Stream.of(ProcessHandle.current())) - java;
        postgres = cpu(ProcessHandle.of(database.pid).stream().flatMap(ProcessHandle::descendants)) - postgres;
        System.out.printf(
                Locale.ROOT,
                "%-44s %,10d %10.1f %,12.0f %8.1f %8.1f %10d%n",
                what,
                people,
                seconds,
                people / seconds,
                java + postgres,
                postgres,
                largestHeapAfterCollection());
    }

    private static double cpu(Stream<ProcessHandle> processes) {
        return processes
                        .mapToLong(it -> it.info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis())
                        .sum()
                / 1e3;
    }

    /** So far; what stays after a collection, and not the garbage before it. */
    private int largestHeapAfterCollection() throws IOException {
        return AFTER_COLLECTION
                .matcher(Files.readString(directory.resolve("gc.txt")))
                .results()
                .mapToInt(it -> Integer.parseInt(it.group(1)))
                .max()
                .orElse(0);
    }
}
