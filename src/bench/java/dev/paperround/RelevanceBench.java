package dev.paperround;

import dev.paperround.matching.meaning.EmbeddedModel;
import dev.paperround.matching.meaning.Embedder;
import dev.paperround.matching.meaning.PaperPassages;
import dev.paperround.matching.meaning.PaperVectors;
import dev.paperround.matching.meaning.Spread;
import dev.paperround.matching.meaning.Vector;
import dev.paperround.matching.query.Reach;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Compares like: with what it is made of, by labels that were given before any answer was seen. */
final class RelevanceBench {
    private static final Path LABELS = Path.of(System.getProperty("bench.relevance", "../shared/cases/relevance"));

    private final LabelledPapers labelled;
    private final List<PaperVectors> vectors = new ArrayList<>();
    private final Embedder model;
    private final Spread spread;
    private final Bm25 words;

    private RelevanceBench(LabelledPapers labelled) throws IOException {
        this.labelled = labelled;
        var begun = System.nanoTime();
        model = EmbeddedModel.load();
        var loaded = System.nanoTime();
        for (var paper : labelled.papers()) {
            vectors.add(PaperVectors.of(model.embed(PaperPassages.of(paper.title(), paper.abstractText()))));
        }
        System.out.printf(
                Locale.ROOT,
                "Loaded in %.2f s; %.0f ms a paper, %d bytes each.%n",
                (loaded - begun) / 1e9,
                (System.nanoTime() - loaded) / 1e6 / labelled.papers().size(),
                vectors.get(0).toBytes().length);
        spread = new Spread(vectors);
        words = new Bm25(labelled.papers());
    }

    static void run() throws Exception {
        var labelled = LabelledPapers.read(LABELS);
        System.out.printf(
                "%d papers, %d interests, from %s. Tuned on the first, third, fifth … of them.%n",
                labelled.papers().size(), labelled.interests().size(), labelled.origin());
        new RelevanceBench(labelled).compare();
    }

    private void compare() throws Exception {
        print("tuned on", labelled.interests(), 0, 2);
        print("kept aside", labelled.interests(), 1, 2);
        print("all", labelled.interests(), 0, 1);
    }

    private void print(String name, List<LabelledPapers.Interest> all, int from, int step) throws Exception {
        var interests = IntStream.iterate(from, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
        if (interests.isEmpty()) {
            return;
        }
        var sum = new double[3];
        var reached = new double[Reach.values().length][3];
        for (var interest : interests) {
            var sought = Vector.of(model.embed(List.of(interest.text())).get(0));
            var judge = spread.interest(sought, 0);
            var close = scores(i -> judge.closeness(i + 1L, vectors.get(i)));
            sum[0] += interest.ndcg(labelled.papers(), words.scores(interest.text()));
            sum[1] += interest.ndcg(
                    labelled.papers(), scores(i -> vectors.get(i).whole().cosine(sought)));
            sum[2] += interest.ndcg(labelled.papers(), close);
            for (var reach : Reach.values()) {
                var found = new BitSet();
                IntStream.range(0, close.length)
                        .filter(i -> close[i] >= reach.least())
                        .forEach(found::set);
                var measured = interest.precisionAndRecall(labelled.papers(), found);
                for (var i = 0; i < 3; i++) {
                    reached[reach.ordinal()][i] += measured[i];
                }
            }
        }
        var count = interests.size();
        System.out.printf(
                Locale.ROOT,
                "%-10s %2d interests. nDCG@10: BM25 %.2f, bare model %.2f, like: %.2f.%n",
                name,
                count,
                sum[0] / count,
                sum[1] / count,
                sum[2] / count);
        Arrays.stream(Reach.values()).forEach(reach -> {
            var of = reached[reach.ordinal()];
            System.out.printf(
                    Locale.ROOT,
                    "    %-8s precision %.2f, recall %.2f, %.1f papers%n",
                    reach.name().toLowerCase(Locale.ROOT),
                    of[0] / count,
                    of[1] / count,
                    of[2] / count);
        });
    }

    private interface Score {
        double of(int paper);
    }

    private double[] scores(Score score) {
        return IntStream.range(0, vectors.size()).mapToDouble(score::of).toArray();
    }
}
