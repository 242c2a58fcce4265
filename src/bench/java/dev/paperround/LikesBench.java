package dev.paperround;

import dev.paperround.digest.PaperWindow;
import dev.paperround.matching.meaning.Closeness;
import dev.paperround.matching.meaning.PaperVectors;
import dev.paperround.matching.meaning.Spread;
import dev.paperround.matching.meaning.Vector;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** From a million subscriptions with as many like: texts as keyword queries to the papers of each; vectors are kept. */
final class LikesBench {
    private static final int SUBSCRIPTIONS = 1_000_000;
    private static final int TEXTS = 50_000;
    private static final int PAPERS = 240;
    private static final int DIMENSIONS = 384;
    private static final int MOST = 20;

    private final Crowd crowd = new Crowd(PAPERS, TEXTS);
    private final List<Vector> texts =
            new Random(1).ints(TEXTS).mapToObj(seed -> vector(new Random(seed))).toList();
    private final List<PaperVectors> papers =
            new Random(2).ints(PAPERS).mapToObj(LikesBench::paper).toList();
    private final Spread spread = new Spread(
            new Random(3).ints(Spread.MOST).mapToObj(LikesBench::paper).toList());

    void run() throws Exception {
        var words = crowd.subscriptions(SUBSCRIPTIONS);
        var number = IntStream.range(0, TEXTS)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(crowd.queries::get, i -> i, (first, again) -> first));
        var likes = words.stream()
                .map(filters -> filters.stream()
                        .map(filter -> "like:\"text " + number.get(filter) + "\"")
                        .toList())
                .toList();
        compose(words, Closeness.UNKNOWN);
        new Rounds(2, "seconds")
                .with("keywords", () -> seconds(() -> compose(words, Closeness.UNKNOWN)))
                .with("like:", () -> seconds(() -> compose(likes, this::closeness)))
                .run();
        var runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "%,d subscriptions, %,d texts, %d papers; %,d papers found by like:; %d MB of heap in use at the end.%n",
                SUBSCRIPTIONS,
                TEXTS,
                PAPERS,
                compose(likes, this::closeness),
                (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
    }

    private float[] closeness(dev.paperround.matching.query.QueryTerm.Like like) {
        var interest = spread.interest(texts.get(Integer.parseInt(like.text().substring(5))), 0);
        var closeness = new float[PAPERS];
        for (var i = 0; i < PAPERS; i++) {
            closeness[i] = interest.closeness(i + 1L, papers.get(i));
        }
        return closeness;
    }

    private long compose(List<List<String>> subscriptions, Closeness closeness) {
        var composer = new PaperWindow(Crowd.DAY, crowd.papers, closeness).composer();
        return subscriptions.parallelStream()
                .mapToLong(filters -> composer.compose(filters, MOST).matched())
                .sum();
    }

    private interface Work {
        long done();
    }

    private static double seconds(Work work) {
        var start = System.nanoTime();
        work.done();
        return (System.nanoTime() - start) / 1e9;
    }

    private static PaperVectors paper(int seed) {
        var random = new Random(seed);
        return new PaperVectors(vector(random), List.of(vector(random), vector(random), vector(random)));
    }

    private static Vector vector(Random random) {
        var values = new float[DIMENSIONS];
        for (var i = 0; i < DIMENSIONS; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Vector.of(values);
    }
}
