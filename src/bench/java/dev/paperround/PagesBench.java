package dev.paperround;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** What a visitor waits for while others do: the packaged program, warm, with 2,000 papers in the last 30 days. */
final class PagesBench {
    private static final int PAPERS = 2_000;
    private static final int DAYS = 20;
    private static final int VISITORS = 8;
    private static final int REQUESTS = 200;
    private static final int ROUNDS = 5;
    private static final String[] WORDS = ("attention baseline camera diffusion encoder flow graph harbour image kernel"
                    + " latent memory noise optic policy query reward sparse token vision wavelet robot speech retrieval"
                    + " planning alignment pruning video agent benchmark")
            .split(" ");

    private PagesBench() {}

    static void run() throws Exception {
        var directory = Files.createTempDirectory("pages-bench");
        try (var program = Program.ready(directory, Map.of())) {
            fill(program, directory);
            var bench = new PagesBench.Load(program);
            IntFunction<String> live = i -> "/q/health/live";
            IntFunction<String> front = i -> "/";
            // No query comes twice: what is remembered of the last one must not help.
            IntFunction<String> narrow = i -> "/api/filters/preview?days=30&q=title:" + word(i) + "+" + word(i / 7)
                    + "+OR+%22" + word(i / 3) + "+" + word(i * 13) + "%22+-n" + i;
            IntFunction<String> broad = i -> "/api/filters/preview?days=30&q=" + word(i) + "+-n" + i;
            IntFunction<String> typing = i -> broad.apply(i) + "&limit=3";
            IntFunction<String> search = i -> "/search?q=" + word(i) + "+-n" + i;
            IntFunction<String> dearest = i -> "/api/filters/preview?days=30&q=" + prefixes(i);
            for (var warm : List.of(live, front, narrow, typing, broad, search, dearest)) {
                bench.median(warm);
                bench.median(warm);
            }
            new Rounds(ROUNDS, "ms at the median, " + VISITORS + " at once")
                    .with("/q/health/live", () -> bench.median(live))
                    .with("/", () -> bench.median(front))
                    .with("preview, few of 2,000 match", () -> bench.median(narrow))
                    .with("preview, many match, as the page asks", () -> bench.median(typing))
                    .with("preview, many of 2,000 match", () -> bench.median(broad))
                    .with("/search", () -> bench.median(search))
                    .with("preview, 500 characters of ab* OR ac* OR …", () -> bench.median(dearest))
                    .run();
        }
    }

    private static String prefixes(int number) {
        var query = new StringBuilder("n" + number + "*");
        for (var i = 0; query.length() < 480; i++) {
            query.append(" OR ")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + (number + i) / 3 % 26))
                    .append('*');
        }
        return query.toString().replace(' ', '+');
    }

    private record Load(Program program, AtomicInteger asked) {
        Load(Program program) {
            this(program, new AtomicInteger());
        }

        double median(IntFunction<String> address) throws Exception {
            var question = Visitors.of(program, i -> address.apply(asked.incrementAndGet()));
            return Visitors.times(VISITORS, REQUESTS, question)[REQUESTS / 2];
        }
    }

    private static void fill(Program program, Path directory) throws Exception {
        var token = Files.readString(directory.resolve("data/admin-token")).strip();
        for (var day = 0; day < DAYS; day++) {
            var rows = new Object[PAPERS / DAYS];
            for (var i = 0; i < rows.length; i++) {
                var number = day * rows.length + i;
                rows[i] = House.row(
                        "2611.%05d".formatted(number),
                        text(number, 9) + " " + number,
                        text(number * 31, 180),
                        number % 97);
            }
            var request = HttpRequest.newBuilder(
                            URI.create(program.address() + "/api/admin/ingest?day=2026-11-%02d".formatted(day + 1)))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(House.rows(rows)))
                    .build();
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (!answer.body().contains("\"added\":" + rows.length)) {
                throw new IllegalStateException(answer.body());
            }
        }
    }

    private static String text(int number, int words) {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++) {
            // Common and rare words, as in prose.
            text.append(i % 3 == 0 ? word(number + i * i) : "w" + (number * 17 + i * 7) % 5_000)
                    .append(' ');
        }
        return text.toString().strip();
    }

    private static String word(int number) {
        return WORDS[Math.floorMod(number, WORDS.length)];
    }
}
