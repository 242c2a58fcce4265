package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.index.PaperIndex;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.matching.query.Reach;
import dev.paperround.matching.text.PaperText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LikeTest {
    private static final PaperIndex PAPERS = PaperIndex.of(
            Stream.of("Rain", "Snow survey", "Hail", "Rain survey", "Fog")
                    .map(title -> new PaperText(title, "", List.of(), "", List.of(), 3))
                    .toList(),
            like -> like.paper() ? new float[] {-100, 3} : new float[] {1.3f, 1.6f, 2.4f, 9, 0});

    @Test
    void theReachSaysHowCloseIsCloseEnough() {
        assertThat(found("like:\"bad weather\"~narrow")).containsExactly(2, 3);
        assertThat(found("like:\"bad weather\"")).containsExactly(1, 2, 3);
        assertThat(found("like:\"bad weather\"~broad")).containsExactly(0, 1, 2, 3);
        assertThat(found("like:2611.00101")).containsExactly(1);
    }

    @Test
    void itCombinesAsAnyTerm() {
        assertThat(found("like:\"bad weather\" -survey")).containsExactly(2);
        assertThat(found("fog OR like:\"bad weather\"~narrow")).containsExactly(2, 3, 4);
        assertThat(found("upvotes:>=1 -like:\"bad weather\"~broad")).containsExactly(4);
        assertThat(found("(rain like:“bad weather”～broad) upvotes:<9")).containsExactly(0, 3);
    }

    @Test
    void itCountsItsStandardDeviationsWhereAWordCountsUpToThree() {
        assertThat(points("like:\"bad weather\"")).containsExactly(0, 32, 48, 100, 0);
        assertThat(points("like:\"bad weather\" OR rain")).containsExactly(60, 32, 48, 160, 0);
    }

    @Test
    void whatIsWrittenIsWhatIsAskedFor() {
        assertThat(only("like:\"Robots  that\tlearn\"~BROAD"))
                .isEqualTo(new QueryTerm.Like("Robots that learn", false, Reach.BROAD));
        assertThat(only("LIKE:2611.00101~narrow")).isEqualTo(new QueryTerm.Like("2611.00101", true, Reach.NARROW));
        assertThat(Query.parse("like:\"a\" ~broad").query().orElseThrow().positiveLeaves())
                .hasSize(2);
    }

    @Property(tries = 500)
    void anyTextIsTakenOrRefusedWithAPosition(@ForAll String text) {
        var parsed = Query.parse("like:" + text);
        assertThat(parsed.query().isPresent()).isNotEqualTo(parsed.refusal().isPresent());
        parsed.refusal().ifPresent(refusal -> assertThat(refusal.position())
                .isBetween(0, 5 + text.codePointCount(0, text.length())));
    }

    private static QueryTerm only(String query) {
        return Query.parse(query).query().orElseThrow().positiveLeaves().get(0);
    }

    private static List<Integer> found(String query) {
        return PAPERS.match(Query.parse(query).query().orElseThrow()).stream()
                .boxed()
                .toList();
    }

    private static List<Integer> points(String query) {
        return Arrays.stream(PAPERS.scores(Query.parse(query).query().orElseThrow()))
                .boxed()
                .toList();
    }
}
