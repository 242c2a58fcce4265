package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchesTest {
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

        assertThat(isFound(parts[0], Papers.read(parts[3]))).as(parts[2]).isEqualTo(parts[1].equals("yes"));
    }

    @ParameterizedTest
    @MethodSource("matches")
    void aQueryMatchesThePapersItDescribes(String row) {
        String[] parts = row.split(" => ");

        assertThat(isFound(parts[0], Papers.read(parts[2]))).isEqualTo(parts[1].equals("yes"));
    }

    /** In a small index, in one too large for a table of words. */
    private static boolean isFound(String typed, PaperText paper) {
        Query query = Query.parse(Papers.unescaped(typed)).query().orElseThrow();
        boolean found = PaperIndex.of(List.of(Papers.read("Something else"), paper))
                .match(query)
                .get(1);
        List<PaperText> many = new ArrayList<>(Collections.nCopies(WordTable.MOST_PAPERS, Papers.read("Else")));
        many.add(paper);
        assertThat(PaperIndex.of(many).match(query).get(WordTable.MOST_PAPERS)).isEqualTo(found);
        return found;
    }
}
