package dev.paperround;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.paperround.bounce.BounceTarget;
import dev.paperround.matching.query.Query;
import dev.paperround.paper.source.huggingface.HuggingFaceRows;
import dev.paperround.paper.source.savedpage.SavedPage;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.lists.ListTarget;
import dev.paperround.testing.BounceFragments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Over a million inputs for whatever reads what strangers wrote. A refusal is an answer; anything thrown is a finding,
 * and so is an input that takes a second. {@code -Dbench.options=-Dbench.seed=7} tries others.
 */
final class FuzzBench {
    private static final long SEED = Long.getLong("bench.seed", 20261121);
    private static final long STALL = 1_000_000_000;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private record Target(String name, int inputs, Mutations mutations, Consumer<String> parser) {}

    private FuzzBench() {}

    static void run() throws IOException {
        System.out.printf(
                "seed %d%n%-24s %10s %12s %10s %10s%n", SEED, "parser", "inputs", "inputs/s", "slowest ms", "findings");
        var all = new TreeMap<String, String>();
        var inputs = 0;
        for (var target : targets()) {
            all.putAll(run(target));
            inputs += target.inputs();
        }
        System.out.printf(Locale.ROOT, "%,d inputs, %d kinds of findings%n", inputs, all.size());
        all.forEach((finding, example) -> System.out.println(finding + "\n    " + example));
    }

    private static Map<String, String> run(Target target) {
        var findings = new TreeMap<String, String>();
        var slowest = 0L;
        var begun = System.nanoTime();
        for (var i = 0; i < target.inputs(); i++) {
            var input = target.mutations().next();
            var before = System.nanoTime();
            try {
                target.parser().accept(input);
            } catch (RuntimeException | StackOverflowError e) {
                findings.merge(target.name() + ": " + kind(e), quoted(input), FuzzBench::shorter);
            }
            var took = System.nanoTime() - before;
            slowest = Math.max(slowest, took);
            if (took > STALL) {
                findings.merge(target.name() + ": took over a second", quoted(input), FuzzBench::shorter);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-24s %,10d %,12.0f %,10.1f %10d%n",
                target.name(),
                target.inputs(),
                target.inputs() / ((System.nanoTime() - begun) / 1e9),
                slowest / 1e6,
                findings.size());
        return findings;
    }

    private static List<Target> targets() throws IOException {
        return List.of(
                new Target("query", 500_000, new Mutations(SEED, QUERIES, QUERY_WORDS, 700), Query::parse),
                new Target("mailbox", 500_000, new Mutations(SEED, MAILBOXES, MAILBOX_WORDS, 400), EmailAddress::parse),
                new Target(
                        "token",
                        200_000,
                        new Mutations(
                                SEED, List.of(ListTarget.goodToken(), "1-fw2-0123456789abcdefgh"), TOKEN_WORDS, 300),
                        ListTarget::token),
                new Target(
                        "DSN, ARF",
                        150_000,
                        new Mutations(SEED, bounces(), MAIL_WORDS, 20_000),
                        mail -> BounceTarget.read(mail.getBytes(StandardCharsets.ISO_8859_1))),
                new Target(
                        "saved page",
                        100_000,
                        new Mutations(SEED, List.of(PAGE, PAGE.replace("\n\n", "\n")), PAGE_WORDS, 20_000),
                        page -> SavedPage.read(page, DAY)),
                new Target("CSV", 150_000, new Mutations(SEED, LISTS, LIST_WORDS, 10_000), ListTarget::csv),
                new Target(
                        "CSV, below its header",
                        150_000,
                        new Mutations(SEED, LINES, LIST_WORDS, 10_000),
                        lines -> ListTarget.csv(HEADER + lines)),
                new Target("JSON rows", 150_000, new Mutations(SEED, ROWS, ROW_WORDS, 10_000), FuzzBench::rows));
    }

    /** Input that is no JSON is told by the exception the method declares. */
    private static void rows(String json) {
        try {
            HuggingFaceRows.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException refused) {
            if (!(refused instanceof JsonProcessingException)) {
                throw new UncheckedIOException(refused);
            }
        }
    }

    private static List<String> bounces() throws IOException {
        var mails = new ArrayList<String>();
        try (var files = Files.list(Path.of("src/test/resources/bounces"))) {
            for (var file : files.sorted().toList()) {
                mails.add(Files.readString(file, StandardCharsets.ISO_8859_1).replace("\n", "\r\n"));
            }
        }
        return mails;
    }

    private static String kind(Throwable e) {
        var ours = List.of(e.getStackTrace()).stream()
                .filter(frame -> frame.getClassName().startsWith("dev.paperround")
                        && !frame.getClassName().contains("FuzzBench"))
                .findFirst();
        return e.getClass().getName() + " at " + ours.map(Object::toString).orElse("?");
    }

    private static String shorter(String one, String other) {
        return one.length() <= other.length() ? one : other;
    }

    private static String quoted(String input) {
        var text = new StringBuilder();
        input.chars()
                .limit(2_000)
                .forEach(c -> text.append(c >= ' ' && c < 127 ? "" + (char) c : "\\u%04x".formatted(c)));
        return text.toString();
    }

    private static final List<String> QUERIES = List.of(
            "diffusion video",
            "\"time series\" OR (title:robots -survey)",
            "multimod* AND NOT author:\"Ada Okafor\"",
            "(gan OR diffusion) AND video upvotes:>=20",
            "org:(hive OR reef) keyword:agents abstract:\"sparse attention\"");
    private static final List<String> QUERY_WORDS = List.of(
            "(",
            ")",
            "((((((((",
            "\"",
            "“",
            "”",
            "*",
            "-",
            "NOT ",
            " OR ",
            " AND ",
            "title:",
            "author:(",
            "upvotes:>=",
            "upvotes:<99999999999999",
            ":",
            "\\",
            "ab*",
            "$\\alpha$",
            "é",
            "İ",
            "\u0301",
            "\u200d",
            "\uD83E",
            "\uDD80",
            "\u202e",
            "\0",
            "\n",
            "'s",
            "a b c d e f",
            "扩散");
    private static final List<String> MAILBOXES = List.of(
            "ada@example.org", "o'brien+papers@sub.example.co", "ada@bücher.example", "a.b-c_d@xn--bcher-kva.example");
    private static final List<String> MAILBOX_WORDS = List.of(
            "@",
            ".",
            "..",
            "-",
            "xn--",
            "xn--a",
            "ü",
            "ß",
            "。",
            "＠",
            "\u200d",
            "\u200c",
            "\ud800",
            "İ",
            "\r\n",
            "\0",
            "\"",
            "(c)",
            "<",
            ">",
            ",",
            "[127.0.0.1]",
            "a".repeat(63),
            "ада",
            "\u0301",
            "\u202e",
            "١",
            "א",
            "\u00ad");
    private static final List<String> TOKEN_WORDS =
            List.of(".", "-", "v1", ".m.", "zzzzzzzzzzzzzzzzzzzz", "-1", "+1", "=", "İ", "\0", "A", "0");
    private static final List<String> MAIL_WORDS = BounceFragments.and(
            "\r\n",
            "Content-Type: multipart/report; boundary=\"a\"\r\n\r\n--a\r\n",
            "=?utf-8?b?=?=",
            "charset=\"no-such\"",
            "charset=utf-7",
            "Feedback-Type: abuse\r\n",
            "Original-Rcpt-To: \r\n",
            "b+1-fw2-0123456789abcdefgh@localhost",
            "é");
    private static final List<String> PAGE_WORDS = List.of(
            "\n",
            "\n\n",
            "·",
            "•",
            "  • 4 authors\n",
            "·\nNov 16\n",
            "Feb 30",
            "Nov 99, 2026",
            "99999999999 authors",
            "Nov 16, 0000",
            "·\n",
            "authors",
            "\r\n",
            "\u2028",
            "\t",
            "\0",
            "\uD800",
            "$$",
            "\\",
            "ArXiv",
            "GitHub",
            "12.3k",
            "-",
            "1e9",
            "Jun");
    private static final String PAGE = """
            Daily Papers

            by AK and the research community

            Nov 20

            Harbour Lights: Steering Video Diffusion with a Sketch

            A sketch of three lines tells a video diffusion model where the camera goes. We train on harbours and test on streets.

              • 4 authors
            ·
            Nov 16
            GitHub 1.2k

            How Bees Count to Four

            A small network learns to count as bees do, from the same pictures, and makes the same mistakes above four.

            Hive Institute
            ·
            Nov 15, 2025
            """;
    private static final String HEADER = "email,queries,frequency,time_zone,send_at\n";
    private static final List<String> LISTS = List.of(
            HEADER + "ada@example.org,diffusion;\"time series; space\",WEEKDAYS,Europe/Paris,07:30\n",
            HEADER.toUpperCase(Locale.ROOT)
                    + "\"bob@example.org\",\"a \"\"b\"\" c\",DAILY,UTC,8:00\r\n\r\neve@example.org,cats,,,\n",
            "email,queries,frequency,time_zone,send_at,state,max_papers,weekday\nada@example.org,a,WEEKLY,UTC,08:00,ACTIVE,20,MONDAY\n");
    private static final List<String> LINES = List.of(
            "ada@example.org,diffusion;\"time series; space\",WEEKDAYS,Europe/Paris,07:30\n",
            "bob@example.org,\"a \"\"b\"\" c\",DAILY,UTC,8:00\r\n\r\neve@example.org,cats,,,\n");
    private static final List<String> LIST_WORDS = List.of(
            ",",
            ",,,,",
            "\"",
            "\"\"",
            "\n",
            "\r",
            "\r\n",
            ";",
            "\uFEFF",
            "\0",
            "email",
            "'=cmd",
            "=1+1",
            "@",
            "99999999999999",
            "Mars/Olympus",
            "+18:00",
            "UTC+99",
            "24:00",
            "NEVER",
            "PENDING",
            "\uD800",
            "“",
            "é");
    private static final List<String> ROWS = List.of(House.rows(
            House.row("2611.00001", "Harbour Lights", "A sketch of three lines.", 12),
            House.row("2611.00002", "Bees", "They count to four.", 3)));
    private static final List<String> ROW_WORDS = List.of(
            "[",
            "]",
            "{",
            "}",
            "[".repeat(600),
            "null",
            "true",
            "-1",
            "1e999",
            "99999999999999999999",
            "\"",
            "\\u0000",
            "\\ud800",
            "\"paper\":",
            "\"upvotes\":",
            "\"authors\":[",
            "\"publishedAt\":\"0000-00-00\"",
            ",",
            ":",
            "\0",
            "é",
            "\"id\":{}");
}
