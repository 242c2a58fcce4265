package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchesTest {
    static Stream<String> matches() {
        return Table.rows("matches.txt");
    }

    @ParameterizedTest
    @MethodSource("matches")
    void aQueryMatchesThePapersItDescribes(String row) {
        String[] parts = row.split(" => ");
        Query query = Query.parse(Papers.unescaped(parts[0])).query().orElseThrow();
        PaperIndex index = PaperIndex.of(List.of(Papers.read("Something else"), Papers.read(parts[2])));

        assertThat(index.match(query).get(1)).isEqualTo(parts[1].equals("yes"));
    }
}
