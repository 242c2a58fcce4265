package dev.paperround;

import dev.paperround.digest.PaperWindow;
import dev.paperround.matching.LuceneMonitor;
import dev.paperround.matching.text.PaperText;
import dev.paperround.paper.Paper;
import java.util.List;
import java.util.Locale;

/** From the texts of a million subscriptions' filters to the papers of each, in order. */
final class MatchingBench {
    private static final int SUBSCRIPTIONS = 1_000_000;
    private static final int QUERIES = 50_000;
    private static final int PAPERS = 240;
    private static final int SHARE = 5_000;
    private static final int MOST = 20;

    void run() throws Exception {
        var crowd = new Crowd(PAPERS, QUERIES);
        var subscriptions = crowd.subscriptions(SUBSCRIPTIONS);
        var share = subscriptions.subList(0, SHARE);
        var texts = crowd.papers.stream().map(MatchingBench::text).toList();
        var scale = SUBSCRIPTIONS / SHARE;
        System.out.printf(
                Locale.ROOT,
                "%,d subscriptions with %,d filters of %,d different queries, %d papers.%n"
                        + "Lucene Monitor has the first %,d subscriptions; its time, which is that of matching alone,"
                        + " is multiplied by %d.%n",
                SUBSCRIPTIONS,
                subscriptions.stream().mapToInt(List::size).sum(),
                subscriptions.stream().flatMap(List::stream).distinct().count(),
                PAPERS,
                SHARE,
                scale);
        try (var monitor = new LuceneMonitor(share)) {
            // Once to warm up.
            monitor.match(texts);
            compose(crowd.papers, subscriptions);
            var seconds = new double[2];
            new Rounds(5, "seconds")
                    .with("Lucene Monitor, scaled", () -> seconds[0] = scale * seconds(() -> monitor.match(texts)))
                    .with(
                            "Paper Round, index, parse, match, rank and cap",
                            () -> seconds[1] = seconds(() -> compose(crowd.papers, subscriptions)))
                    .run();
            System.out.printf(
                    Locale.ROOT,
                    "Last round: %.0f times. Processor seconds: %.1f against %.1f. Found in the share: %,d by Monitor, %,d here;"
                            + " %,d in all.%n",
                    seconds[0] / seconds[1],
                    scale * cpuSeconds(() -> monitor.match(texts)),
                    cpuSeconds(() -> compose(crowd.papers, subscriptions)),
                    monitor.match(texts),
                    compose(crowd.papers, share),
                    compose(crowd.papers, subscriptions));
        }
    }

    /** On all cores; a new window each time, so that nothing is remembered. */
    private static long compose(List<Paper> papers, List<List<String>> subscriptions) {
        var composer = new PaperWindow(Crowd.DAY, papers).composer();
        return subscriptions.parallelStream()
                .mapToLong(filters -> composer.compose(filters, MOST).matched())
                .sum();
    }

    private static PaperText text(Paper paper) {
        var facts = paper.facts();
        return new PaperText(
                facts.title(),
                facts.abstractText(),
                facts.authors(),
                facts.organization(),
                facts.keywords(),
                facts.upvotes());
    }

    private interface Work {
        long done() throws Exception;
    }

    /** Of all threads; what a busy machine does not stretch so. */
    private static double cpuSeconds(Work work) throws Exception {
        var before = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        work.done();
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElseThrow()
                        .minus(before)
                        .toMillis()
                / 1e3;
    }

    private static double seconds(Work work) throws Exception {
        var start = System.nanoTime();
        work.done();
        return (System.nanoTime() - start) / 1e9;
    }
}
