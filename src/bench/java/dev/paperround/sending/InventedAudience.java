package dev.paperround.sending;

import dev.paperround.House;
import dev.paperround.subscriber.preferences.FilterText;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Papers with abstracts of real length, and readers whose queries come by Zipf's law from five hundred. */
final class InventedAudience {
    static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    private static final int QUERIES = 500;
    private static final List<String> TOPICS = List.of(
            "diffusion",
            "robots",
            "video",
            "speech",
            "retrieval",
            "agents",
            "memory",
            "planning",
            "weather",
            "proteins",
            "compilers",
            "privacy",
            "alignment",
            "tokenizers",
            "quantization",
            "graphs",
            "maps",
            "surgery",
            "music",
            "forecasting",
            "benchmarks",
            "distillation",
            "translation",
            "segmentation",
            "dialogue");
    private static final List<String> KINDS = List.of("sparse", "robust", "neural", "causal");
    private static final List<String> FILLERS = List.of(
            "we",
            "show",
            "that",
            "a",
            "smaller",
            "model",
            "learns",
            "from",
            "fewer",
            "examples",
            "when",
            "the",
            "order",
            "of",
            "training",
            "is",
            "chosen",
            "with",
            "care",
            "and",
            "report",
            "results",
            "on",
            "three",
            "public",
            "collections",
            "including",
            "one",
            "measured",
            "by",
            "hand",
            "over",
            "several",
            "months");

    private final Random random;
    private final List<FilterText> filters;
    private final double[] upTo = new double[QUERIES];

    InventedAudience(long seed) {
        random = new Random(seed);
        filters = IntStream.range(0, QUERIES).mapToObj(it -> invented()).toList();
        var sum = 0.0;
        for (var rank = 0; rank < QUERIES; rank++) {
            sum += 1.0 / (rank + 1);
            upTo[rank] = sum;
        }
    }

    private FilterText invented() {
        var one = sought();
        var query =
                switch (random.nextInt(4)) {
                    case 0 -> one;
                    case 1 -> one + " OR " + sought();
                    case 2 -> "title:" + one + " OR " + sought() + " OR " + sought();
                    default -> "(" + one + " OR " + sought() + ") -" + sought();
                };
        return new FilterText("All about " + one.replace("\"", "") + " " + random.nextInt(10_000), query);
    }

    /** Four, as a reader might have. */
    List<FilterText> filters() {
        var chosen = new ArrayList<FilterText>();
        for (var i = 0; i < 4; i++) {
            chosen.add(filter());
        }
        return chosen;
    }

    FilterText filter() {
        var at = random.nextDouble() * upTo[QUERIES - 1];
        var rank = 0;
        while (upTo[rank] < at) {
            rank++;
        }
        return filters.get(rank);
    }

    String rows(int count) {
        return House.rows(IntStream.range(0, count).mapToObj(this::row).toArray());
    }

    private Object row(int number) {
        var id = "2611.8%04d".formatted(number);
        var title =
                "On " + topic() + " and " + topic() + ": how " + topic() + " learn from few examples, part " + number;
        var length = 1_200 + random.nextInt(600);
        var row = new JsonObject(new JsonObject(House.row(id, title, text(length), random.nextInt(200))).encode());
        row.getJsonObject("paper")
                .put("githubRepo", "https://github.com/invented/" + id)
                .put("githubStars", random.nextInt(900))
                .put(
                        "authors",
                        List.of(
                                Map.of("name", "Ada Okafor"),
                                Map.of("name", "Bo Lindqvist"),
                                Map.of("name", "Ci Tran")));
        return row;
    }

    private String text(int length) {
        var text = new StringBuilder("Of ").append(topic());
        while (text.length() < length) {
            var word = random.nextInt(14) == 0 ? topic() : FILLERS.get(random.nextInt(FILLERS.size()));
            text.append(random.nextInt(15) == 0 ? ". " : " ").append(word);
        }
        return text.append('.').toString();
    }

    private String topic() {
        return KINDS.get(random.nextInt(KINDS.size())) + " " + TOPICS.get(random.nextInt(TOPICS.size()));
    }

    private String sought() {
        return '"' + topic() + '"';
    }
}
