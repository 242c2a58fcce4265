package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.index.PaperIndex;
import dev.paperround.matching.index.WordTable;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.PaperText;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryMatchingTest {
    private static final List<PaperText> ALL = Stream.of("matches.txt", "filters.txt")
            .flatMap(Table::rows)
            .map(row -> InventedPaperTexts.read(row.substring(row.lastIndexOf(" => ") + 4)))
            .toList();

    private static final PaperIndex LARGE = PaperIndex.of(Stream.concat(
                    ALL.stream(), Collections.nCopies(WordTable.MOST_PAPERS, InventedPaperTexts.read("Else")).stream())
            .toList());

    static Stream<String> matches() {
        return Table.rows("matches.txt");
    }

    static Stream<String> filters() {
        return Table.rows("filters.txt");
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aFilterFindsWhatAResearcherMeans(String row) {
        String[] parts = row.split(" => ");

        assertThat(isFound(parts[0], InventedPaperTexts.read(parts[3])))
                .as(parts[2])
                .isEqualTo(parts[1].equals("yes"));
    }

    @ParameterizedTest
    @MethodSource("matches")
    void aQueryMatchesThePapersItDescribes(String row) {
        String[] parts = row.split(" => ");

        assertThat(isFound(parts[0], InventedPaperTexts.read(parts[2]))).isEqualTo(parts[1].equals("yes"));
    }

    /** In a small index, and in one too large for a table of words. */
    private static boolean isFound(String typed, PaperText paper) {
        Query query = Query.parse(InventedPaperTexts.unescaped(typed)).query().orElseThrow();
        boolean found = PaperIndex.of(List.of(InventedPaperTexts.read("Something else"), paper))
                .match(query)
                .get(1);
        assertThat(LARGE.match(query).get(ALL.indexOf(paper))).isEqualTo(found);
        return found;
    }
}
