package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.text.EnglishInflections;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;

/** Why the project has inflections of its own, in figures. */
class StemmersTest {
    private record Score(String name, double families, double apart) {
        static Score of(String name, Function<String, List<String>> bases) {
            return new Score(
                    name,
                    share(Table.rows("word-families.txt"), words -> areAllRelated(words, bases)),
                    share(Table.rows("words-apart.txt"), words -> !areAnyRelated(words, bases)));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%-26s families whole %5.1f %%, pairs held apart %5.1f %%", name, families, apart);
        }
    }

    @Test
    void ownInflectionsMeasureBetterThanLucenesStemmers() {
        assertThat(Table.rows("word-families.txt")).hasSizeGreaterThan(400);
        assertThat(Table.rows("words-apart.txt")).hasSizeGreaterThan(200);

        Score own = Score.of("English inflections, own", EnglishInflections::bases);
        List<Score> others = List.of(
                Score.of("EnglishMinimalStemFilter", lucene(EnglishMinimalStemFilter::new)),
                Score.of("KStemFilter", lucene(KStemFilter::new)),
                Score.of("PorterStemFilter", lucene(PorterStemFilter::new)),
                Score.of("SnowballFilter (Porter2)", lucene(words -> new SnowballFilter(words, "English"))));
        System.out.println(own);
        others.forEach(System.out::println);

        assertThat(own.families()).isEqualTo(100);
        assertThat(own.apart()).isEqualTo(100);
        assertThat(others).allMatch(other -> other.families() < 90 && other.apart() < 99);
    }

    private static double share(Stream<String> rows, Function<String[], Boolean> holds) {
        List<String[]> all =
                rows.map(row -> row.toLowerCase(Locale.ROOT).split(" ")).toList();
        return 100.0 * all.stream().filter(holds::apply).count() / all.size();
    }

    private static boolean areAllRelated(String[] words, Function<String, List<String>> bases) {
        return Stream.of(words).noneMatch(word -> Collections.disjoint(bases.apply(word), bases.apply(words[0])));
    }

    private static boolean areAnyRelated(String[] words, Function<String, List<String>> bases) {
        for (int i = 1; i < words.length; i++) {
            for (int before = 0; before < i; before++) {
                if (!Collections.disjoint(bases.apply(words[i]), bases.apply(words[before]))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Function<String, List<String>> lucene(Function<TokenStream, TokenStream> stemmer) {
        return word -> {
            Tokenizer words = new WhitespaceTokenizer();
            words.setReader(new StringReader(word));
            try (TokenStream stems = stemmer.apply(words)) {
                CharTermAttribute stem = stems.addAttribute(CharTermAttribute.class);
                stems.reset();
                stems.incrementToken();
                return List.of(stem.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
