package dev.paperround;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Papers nobody wrote, as long as those people write, on topics of which each is found in about an eighth of them. */
final class InventedPapers {
    static final List<String> TOPICS = List.of(
            "diffusion",
            "robotics",
            "retrieval",
            "alignment",
            "speech",
            "vision",
            "planning",
            "reasoning",
            "compression",
            "translation",
            "segmentation",
            "forecasting",
            "navigation",
            "simulation",
            "distillation",
            "tokenization",
            "calibration",
            "memory",
            "attention",
            "pruning",
            "grasping",
            "captioning",
            "rendering",
            "privacy",
            "fairness",
            "chemistry",
            "proteins",
            "weather",
            "geometry",
            "proofs",
            "agents",
            "video",
            "audio",
            "graphs",
            "tables",
            "maps",
            "music",
            "dialogue",
            "search",
            "code");
    private static final List<String> WORDS = List.of(
            "we",
            "show",
            "that",
            "a",
            "small",
            "model",
            "with",
            "careful",
            "training",
            "reaches",
            "the",
            "quality",
            "of",
            "one",
            "ten",
            "times",
            "its",
            "size",
            "when",
            "data",
            "are",
            "scarce",
            "and",
            "labels",
            "noisy",
            "our",
            "method",
            "needs",
            "no",
            "extra",
            "pass",
            "over",
            "inputs",
            "keeps",
            "latency",
            "low",
            "on",
            "common",
            "hardware",
            "across",
            "seven",
            "public",
            "benchmarks",
            "it",
            "improves",
            "by",
            "large",
            "margin");

    private InventedPapers() {}

    /** What the papers API answers, for {@code days} days of {@code perDay} papers that end with {@code last}. */
    static List<String> days(LocalDate last, int days, int perDay) {
        return IntStream.range(0, days)
                .mapToObj(day -> day(last.minusDays(days - 1L - day), perDay))
                .toList();
    }

    private static String day(LocalDate day, int papers) {
        var random = new Random(day.toEpochDay());
        return IntStream.range(0, papers)
                .mapToObj(number -> paper(day, number, random))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String paper(LocalDate day, int number, Random random) {
        var topics = IntStream.range(0, 6)
                .mapToObj(i -> TOPICS.get(random.nextInt(TOPICS.size())))
                .distinct()
                .toList();
        return """
                {"paper":{"id":"%02d%02d.%05d","title":"%s for %s","summary":"%s","publishedAt":"%sT00:00:00.000Z",
                "authors":[{"name":"Ada Quill"},{"name":"Bo Lindqvist"},{"name":"Chidi Okoro"}],
                "upvotes":%d,"ai_summary":"%s","ai_keywords":["%s"],"githubRepo":"https://example.org/code/%d"},
                "numComments":%d}""".formatted(
                        day.getYear() % 100,
                        day.getMonthValue(),
                        day.getDayOfMonth() * 1000 + number,
                        text(random, 6, topics),
                        topics.get(0),
                        text(random, 220, topics),
                        day,
                        random.nextInt(200),
                        text(random, 28, topics),
                        topics.get(0),
                        number,
                        random.nextInt(9));
    }

    private static String text(Random random, int words, List<String> topics) {
        var text = new ArrayList<String>();
        for (var i = 0; i < words; i++) {
            var on = i % 9 == 4 ? topics : WORDS;
            text.add(on.get(random.nextInt(on.size())));
        }
        return String.join(" ", text);
    }
}
