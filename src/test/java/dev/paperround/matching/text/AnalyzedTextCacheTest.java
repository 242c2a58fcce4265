package dev.paperround.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalyzedTextCacheTest {
    private static final long BYTES = 10_000;

    private final AnalyzedTextCache readings = new AnalyzedTextCache(BYTES);

    @Test
    void aTextIsReadOnceWhileItIsAskedFor() {
        AnalyzedText first = readings.of("Rain in the hills");

        assertThat(readings.of(new String("Rain in the hills"))).isSameAs(first);
        assertThat(readings.passing("Rain in the hills")).isSameAs(first);
    }

    @Test
    void aTextInPassingIsNotRemembered() {
        assertThat(readings.passing("Rain")).isNotSameAs(readings.passing("Rain"));
        assertThat(readings.roughBytes()).isZero();
    }

    @Test
    void anyNumberOfTextsTakesABoundedMemory() {
        for (int i = 0; i < 5_000; i++) {
            readings.of("The " + i + "th text has words such as w" + i);

            assertThat(readings.roughBytes()).isLessThan(2 * BYTES + 1_000);
        }
    }

    @Test
    void equalWordsOfDifferentTextsAreOneObject() {
        assertThat(readings.of("Rain falls").terms(0, 1))
                .isSameAs(readings.of("more rains of Rain").terms(3, 1));
    }

    @Test
    void twoThousandPapersFitInOneGeneration() {
        AnalyzedTextCache real = new AnalyzedTextCache(AnalyzedTextCache.GENERATION_BYTES);
        Random random = new Random(1);
        List<AnalyzedText> first = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            texts.add("The $x_" + i + "$ of it");
            texts.add(prose(random, 1_500) + "’");
        }
        texts.forEach(text -> first.add(real.of(text)));

        for (int i = 0; i < texts.size(); i++) {
            assertThat(real.of(texts.get(i))).isSameAs(first.get(i));
        }
    }

    /** Common words and rare ones, some seven letters each with the space. */
    private static String prose(Random random, int letters) {
        StringBuilder prose = new StringBuilder();
        while (prose.length() < letters) {
            prose.append("word")
                    .append((int) Math.pow(20_000, random.nextDouble()))
                    .append(' ');
        }
        return prose.toString();
    }
}
