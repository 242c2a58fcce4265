package dev.paperround.matching.index;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.paperround.matching.InventedPaperTexts;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.PaperText;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaperIndexTest {
    private static final PaperIndex INDEX = PaperIndex.of(List.of(
            InventedPaperTexts.read("Rain ; abstract=Rain and wind. ; keywords=wind, rain ; upvotes=5"),
            InventedPaperTexts.read("Snow ; abstract=Rain or wind. ; authors=Ada Rain"),
            InventedPaperTexts.read("Ice")));

    @Test
    void bitsAreThePositionsOfThePapers() {
        assertThat(INDEX.size()).isEqualTo(3);
        assertThat(INDEX.match(query("rain OR ice"))).isEqualTo(BitSet.valueOf(new long[] {0b111}));
        assertThat(INDEX.match(query("wind -snow"))).isEqualTo(BitSet.valueOf(new long[] {0b001}));
    }

    @Test
    void anAnswerBelongsToWhoAsked() {
        INDEX.match(query("rain")).clear();

        assertThat(INDEX.match(query("rain")).cardinality()).isEqualTo(2);
    }

    @Test
    void eachThingFoundCountsOnceByItsBestField() {
        assertThat(INDEX.score(query("rain"), 0)).isEqualTo(3 * PaperIndex.POINT);
        assertThat(INDEX.score(query("rain wind"), 0)).isEqualTo(5 * PaperIndex.POINT);
        assertThat(INDEX.score(query("rain wind"), 1)).isEqualTo(2 * PaperIndex.POINT);
        assertThat(INDEX.score(query("abstract:rain"), 0)).isEqualTo(1 * PaperIndex.POINT);
        assertThat(INDEX.score(query("rain OR (rain wind)"), 0)).isEqualTo(5 * PaperIndex.POINT);
        assertThat(INDEX.score(query("rain -wind upvotes:>1"), 0)).isEqualTo(3 * PaperIndex.POINT);
        assertThat(INDEX.score(query("rain"), 2)).isZero();
    }

    @Test
    void aPaperMayLackEverything() {
        PaperIndex index = PaperIndex.of(List.of(new PaperText(null, null, null, null, null, null)));

        assertThat(index.match(query("rain OR upvotes:>=0 OR ra* OR \"a b\" OR a-bc*")))
                .isEqualTo(new BitSet());
        assertThat(PaperIndex.of(List.of()).match(query("rain OR -snow"))).isEqualTo(new BitSet());
    }

    @Test
    void manyMayAskAtOnce() {
        List<String> asked = IntStream.range(0, 2_000)
                .mapToObj(i -> (i % 2 == 0 ? "rain" : "wi*") + " OR nothing" + i % 50)
                .toList();

        assertThat(asked.parallelStream().map(text -> INDEX.match(query(text))).distinct())
                .containsExactly(BitSet.valueOf(new long[] {0b011}));
    }

    @Test
    void hugeTextsAreIndexed() {
        PaperIndex index =
                PaperIndex.of(List.of(InventedPaperTexts.read("x".repeat(200_000) + " rain " + "\uD800".repeat(9))));

        assertThat(index.match(query("rain")).cardinality()).isOne();
    }

    @Test
    void aLongQueryOfPrefixesIsFast() {
        PaperIndex index = PaperIndex.of(
                Collections.nCopies(2_000, InventedPaperTexts.read("Rain on the hills ; abstract=All day.")));
        String prefixes = IntStream.range(0, 70)
                .mapToObj(i -> (char) ('a' + i % 26) + "a*")
                .collect(Collectors.joining(" OR "));

        assertTimeout(
                ofSeconds(2),
                () -> assertThat(index.match(query(prefixes)).cardinality()).isEqualTo(2_000));
    }

    private static Query query(String text) {
        return Query.parse(text).query().orElseThrow();
    }
}
