package dev.paperround;

import static org.awaitility.Awaitility.await;

import dev.paperround.digest.PaperWindow;
import dev.paperround.matching.query.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Questions to an archive of a million papers while it grows: the packaged program with a heap of 512 MB and its embedded
 * database, beside PostgreSQL's own full text and beside an index of everything in memory, which is what the program had.
 */
final class ArchiveBench {
    private static final int PAPERS = Integer.getInteger("bench.papers", 1_000_000);
    private static final int SMALL = 20_000;
    private static final int IN_MEMORY = 40_000;
    private static final int AT_ONCE = 8;
    private static final int QUERIES = 800;
    private static final int TAKEN_IN = 100;
    private static final String TEXTS = "to_tsvector('english', title || ' ' || abstract)";
    private static final Map<String, String> HEAP = Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m");

    private final Crowd crowd = new Crowd(2_000, QUERIES);

    void run() throws Exception {
        inMemory();
        var small = measure(SMALL, false);
        var large = measure(PAPERS, true);
        System.out.printf(
                Locale.ROOT,
                "Heap after collection: %,d MB with %,d papers, %,d MB with %,d: the archive takes %,d MB.%n",
                small,
                SMALL,
                large,
                PAPERS,
                large - small);
    }

    /** The baseline: everything indexed anew in memory after each change, then asked. */
    private void inMemory() {
        var papers = IntStream.range(0, IN_MEMORY).mapToObj(crowd::paper).toList();
        for (var round = 0; round < 1; round++) {
            var begun = System.nanoTime();
            var window = new PaperWindow(Crowd.DAY, papers);
            window.index().match(Query.parse(crowd.queries.get(0)).query().orElseThrow());
            System.out.printf(
                    Locale.ROOT, "In memory, %,d papers: %.1f s after each change.%n", IN_MEMORY, seconds(begun));
        }
    }

    /** @return the heap in use at the end, in MB */
    private long measure(int papers, boolean againstPostgres) throws Exception {
        var directory = Files.createTempDirectory("archive-bench");
        try (var program = Program.ready(directory, HEAP)) {
            var database = new PlanningDatabase(directory.resolve("data"));
            System.out.printf(Locale.ROOT, "%,d papers go to the program at %s.%n", papers, program.address());
            database.archive(crowd::paper, papers);
        }
        delete(directory.resolve("data/archive"));
        try (var program = Program.ready(directory, HEAP)) {
            var begun = System.nanoTime();
            awaitComplete(program);
            System.out.printf(Locale.ROOT, "%,d papers: rebuilt in %.1f s after the start.%n", papers, seconds(begun));
            var byDate = Visitors.of(program, i -> "/api/papers?limit=20&q=" + query(i));
            var byRelevance = Visitors.of(program, i -> "/search?order=best&q=" + query(i));
            report(papers, "by date, cold", Visitors.times(AT_ONCE, QUERIES, byDate));
            Visitors.times(AT_ONCE, QUERIES, byDate);
            report(papers, "by date, warm", Visitors.times(AT_ONCE, QUERIES, byDate));
            report(papers, "by relevance, cold", Visitors.times(AT_ONCE, QUERIES, byRelevance));
            Visitors.times(AT_ONCE, QUERIES, byRelevance);
            report(papers, "by relevance, warm", Visitors.times(AT_ONCE, QUERIES, byRelevance));
            takeIn(program, directory.resolve("data"), papers);
            if (againstPostgres) {
                report(papers, "PostgreSQL's full text, by date", fullText(directory.resolve("data")));
            }
            return heap(program);
        }
    }

    private String query(int number) {
        return URLEncoder.encode(crowd.queries.get(number % crowd.queries.size()), StandardCharsets.UTF_8);
    }

    private static void report(int papers, String what, double[] milliseconds) {
        System.out.printf(
                Locale.ROOT,
                "%,d papers, %s, %d at once: %.1f ms at the median, %.1f at the 99th percentile.%n",
                papers,
                what,
                AT_ONCE,
                milliseconds[milliseconds.length / 2],
                milliseconds[milliseconds.length * 99 / 100]);
    }

    private void takeIn(Program program, Path data, int papers) throws Exception {
        var token = Files.readString(data.resolve("admin-token")).strip();
        var operator = new OperatorApi(program.address(), token);
        var seconds = new ArrayList<Double>();
        for (var round = 0; round < 5; round++) {
            var day = Crowd.DAY.plusDays(1L + round);
            var word = "unheardof" + round;
            var body =
                    InventedPapers.days(day, 1, TAKEN_IN).get(0).replace("\"title\":\"", "\"title\":\"" + word + " ");
            operator.ingest(day.toString(), body);
            var begun = System.nanoTime();
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() ->
                            program.get("/api/papers?limit=1&q=" + word).body().contains("\"total\":" + TAKEN_IN));
            seconds.add(seconds(begun));
        }
        seconds.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%,d papers: %d taken in are found after %.2f s at the median, %.2f at most.%n",
                papers,
                TAKEN_IN,
                seconds.get(2),
                seconds.get(4));
    }

    private double[] fullText(Path data) throws Exception {
        var connections = new ArrayBlockingQueue<PlanningDatabase>(AT_ONCE);
        for (var i = 0; i < AT_ONCE; i++) {
            connections.add(new PlanningDatabase(data));
        }
        connections.peek().execute("create index bench_words on paper using gin (" + TEXTS + ")");
        connections.peek().execute("analyze paper");
        var sql = """
                with found as materialized (select id from paper where %s @@ websearch_to_tsquery('english', ?))
                select f.id, (select count(*) from found) from found f join paper_day d on d.paper_id = f.id
                order by d.day desc, d.position limit 20""".formatted(TEXTS);
        return Visitors.times(AT_ONCE, AT_ONCE, i -> {
            var database = connections.take();
            try (var statement = database.connection.prepareStatement(sql)) {
                statement.setString(1, crowd.queries.get(i).replaceAll("title:|keyword:|[()*]", ""));
                statement.executeQuery().close();
            } finally {
                connections.add(database);
            }
        });
    }

    private static void awaitComplete(Program program) {
        var complete = Pattern.compile("^paperround_archive_complete 1\\.0", Pattern.MULTILINE);
        await().atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> complete.matcher(program.metrics()).find());
    }

    private static long heap(Program program) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (var i = 0; i < 2; i++) {
            new ProcessBuilder(java, Long.toString(program.pid()), "GC.run")
                    .start()
                    .waitFor();
        }
        var heap = Pattern.compile("^jvm_memory_used_bytes\\{area=\"heap\".*? ([0-9.E]+)$", Pattern.MULTILINE)
                .matcher(program.metrics());
        var bytes = 0.0;
        while (heap.find()) {
            bytes += Double.parseDouble(heap.group(1));
        }
        return (long) bytes >> 20;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void delete(Path directory) throws Exception {
        try (var files = Files.list(directory)) {
            for (var file : List.copyOf(files.toList())) {
                Files.delete(file);
            }
        }
    }
}
