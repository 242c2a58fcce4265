package dev.paperround.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final List<PaperVectors> PAPERS =
            IntStream.range(0, 100).mapToObj(SpreadTest::paper).toList();

    @Test
    void closenessIsCountedInStandardDeviationsFromTheAverage() {
        var interest = new Spread(PAPERS).interest(vector(new Random(200)), 0);
        var all = PAPERS.stream()
                .mapToDouble(paper -> interest.closeness(1, paper))
                .toArray();

        var mean = IntStream.range(0, 100).mapToDouble(i -> all[i]).average().orElseThrow();
        var variance = IntStream.range(0, 100)
                .mapToDouble(i -> all[i] * all[i])
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(-0.01, 0.01);
        assertThat(variance).isBetween(0.98, 1.02);
    }

    @Test
    void aPaperDoesNotCountAsCloseToItself() {
        var interest = new Spread(PAPERS).interest(PAPERS.get(3).whole(), 4);

        assertThat(interest.closeness(4, PAPERS.get(3))).isEqualTo(Interest.NOT_AT_ALL);
        assertThat(interest.closeness(5, PAPERS.get(3))).isGreaterThan(3);
    }

    @Test
    void anArchiveWithoutPapersHasNothingClose() {
        assertThat(new Spread(List.of()).interest(PAPERS.get(0).whole(), 0).mean())
                .isZero();
    }

    private static PaperVectors paper(int seed) {
        var random = new Random(seed);
        return new PaperVectors(vector(random), List.of(vector(random), vector(random)));
    }

    private static Vector vector(Random random) {
        var values = new float[32];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Vector.of(values);
    }
}
