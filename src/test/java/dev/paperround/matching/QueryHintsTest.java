package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.index.PaperIndex;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.Abbreviations;
import dev.paperround.matching.text.Abbreviations.Abbreviation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryHintsTest {
    private static final PaperIndex PAPERS = PaperIndex.of(List.of(
            InventedPaperTexts.read("Video diffusion ; abstract=Filters of rain. ; keywords=flow"),
            InventedPaperTexts.read("A GAN for lamps ; abstract=Reading tea leaves.")));

    private static final List<Abbreviation> KNOWN =
            List.of(new Abbreviation("LLM", "Large Language Model"), new Abbreviation("MoE", "Mixture-of-Experts"));

    @Test
    void aSmallOrMayBeAnOperator() {
        assertThat(queries("gan or diffusion")).containsExactly("gan OR diffusion");
        assertThat(queries("(gan or diffusion) -survey")).containsExactly("(gan OR diffusion) -survey");
        assertThat(queries("gan OR diffusion")).isEmpty();
        assertThat(queries("\"video or diffusion\"")).isEmpty();
    }

    @Test
    void aWordInCapitalsThatStandsInSmallLettersOnlyIsTold() {
        assertThat(queries("VIDEO")).containsExactly("VIDEO OR video");
        assertThat(queries("VIDEO diffusion")).containsExactly("(VIDEO OR video) diffusion");
        assertThat(queries("title:VIDEO OR lamps")).containsExactly("title:(VIDEO OR video) OR lamps");
        assertThat(queries("GAN")).isEmpty();
        assertThat(queries("lamps -VIDEO")).isEmpty();
    }

    @Test
    void anAbbreviationAndWhatItStandsForAreTold() {
        assertThat(queries("LLM lamps")).containsExactly("(LLM OR \"large language model\") lamps");
        assertThat(queries("LLMs")).containsExactly("LLMs OR \"large language model\"");
        assertThat(queries("\"large language models\" -lamps"))
                .containsExactly("(\"large language models\" OR LLM) -lamps");
        assertThat(queries("large language model")).contains("(large language model) OR LLM");
        assertThat(queries("mixture-of-experts")).contains("mixture-of-experts OR MoE");
        assertThat(queries("lamps -LLM")).isEmpty();
    }

    @Test
    void aNearSpellingIsToldWhereNothingIsFound() {
        assertThat(queries("difusion")).containsExactly("difusion OR diffusion");
        assertThat(queries("video difusion")).containsExactly("video (difusion OR diffusion)");
        assertThat(queries("difusion OR lamps")).isEmpty();
        assertThat(queries("xqzvw")).isEmpty();
    }

    @Test
    void aRefusedQueryHasNoHint() {
        assertThat(queries("(gan or")).isEmpty();
        assertThat(queries("-gan or")).isEmpty();
        assertThat(queries("")).isEmpty();
    }

    @Test
    void aHintIsAQueryThatFindsWhatTheFirstDidAndMore() {
        for (String typed : List.of("gan or diffusion", "VIDEO diffusion", "video difusion", "title:VIDEO OR lamps")) {
            var first = PAPERS.match(Query.parse(typed).query().orElseThrow());
            for (String hint : queries(typed)) {
                var second = PAPERS.match(Query.parse(hint).query().orElseThrow());
                assertThat(second.cardinality()).as(hint).isGreaterThan(first.cardinality());
            }
        }
    }

    @Test
    void abbreviationsAreFoundInTexts() {
        assertThat(Abbreviations.in("We use Mixture-of-Experts (MoE) and retrieval-augmented generation (RAG)."))
                .containsExactly(
                        new Abbreviation("MoE", "Mixture-of-Experts"),
                        new Abbreviation("RAG", "retrieval-augmented generation"));
        assertThat(Abbreviations.in("Large language models (LLMs) plan."))
                .containsExactly(new Abbreviation("LLM", "Large language models"));
        assertThat(Abbreviations.in("With BCI (brain-computer interface) at hand"))
                .containsExactly(new Abbreviation("BCI", "brain-computer interface"));
        assertThat(Abbreviations.in("A table (see Fig. 3), a lamp (GPU) and rain (2020)"))
                .isEmpty();
    }

    private static List<String> queries(String typed) {
        return Stream.concat(Hints.of(typed, KNOWN).stream(), Hints.ofSpelling(typed, PAPERS).stream())
                .map(Hints.Hint::query)
                .toList();
    }
}
