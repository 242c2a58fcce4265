package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private static final long BYTES = 10_000;

    private final Readings readings = new Readings(BYTES);

    @Test
    void aTextIsReadOnceWhileItIsAskedFor() {
        Reading first = readings.of("Rain in the hills");

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
        assertThat(readings.of("Rain falls").word(0))
                .isSameAs(readings.of("more rain").word(1));
    }

    @Test
    void twoThousandPapersFitInOneGeneration() {
        Readings real = new Readings(Readings.GENERATION_BYTES);
        Random random = new Random(1);
        List<Reading> first = new ArrayList<>();
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

    @Property
    void theIndexIsGivenTheWordsThatItWouldReadItself(@ForAll String text) throws IOException {
        String readable = Tex.toText(text);

        assertThat(tokens(new ReadingStream(readings.of(text))))
                .isEqualTo(tokens(PaperAnalyzer.INSTANCE.tokenStream("", readable)));
    }

    private static List<String> tokens(TokenStream opened) throws IOException {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = opened) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute position = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term + " +" + position.getPositionIncrement());
            }
            stream.end();
        }
        return tokens;
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
