package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.query.Query;
import dev.paperround.matching.query.QueryRefusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryErrorsTest {
    static Stream<String> refusals() {
        return Table.rows("refusals.txt");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aBadQueryIsRefusedWhereItIsBad(String row) {
        int last = row.lastIndexOf(" | ");
        int middle = row.lastIndexOf(" | ", last - 1);
        String query = InventedPaperTexts.unescaped(row.substring(0, middle)).replace("<empty>", "");

        QueryRefusal refusal = Query.parse(query).refusal().orElseThrow();

        assertThat(refusal.message()).contains(row.substring(last + 3));
        assertThat(refusal.position()).isEqualTo(Integer.parseInt(row.substring(middle + 3, last)));
    }

    @Test
    void aQueryOfMoreThanFiveHundredCharactersIsRefusedAtTheFirstOneTooMany() {
        assertThat(Query.parse("🤗".repeat(500)).query()).isPresent();
        assertThat(Query.parse("🤗".repeat(501)).refusal().orElseThrow().position())
                .isEqualTo(500);
        assertThat(Query.parse("(".repeat(100_000)).refusal().orElseThrow().position())
                .isEqualTo(500);
    }

    @Test
    void deepBracketsAreNoProblem() {
        assertThat(Query.parse("(".repeat(249) + "a" + ")".repeat(249)).query())
                .contains(Query.parse("a").query().orElseThrow());
        assertThat(Query.parse("-".repeat(498) + "a").query()).isPresent();
        assertThat(Query.parse("(-".repeat(166) + "a" + ")".repeat(166)).query())
                .isPresent();
    }

    @Test
    void noTextIsAnEmptyQuery() {
        assertThat(Query.parse(null).refusal()).isPresent();
    }
}
