package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.index.PaperIndex;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.PaperText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written joined, with a dash or apart is one thing. */
class HyphenationPropertiesTest {
    private static final List<String> STARTS =
            List.of("pre", "Multi", "few", "GPT", "U", "auto", "cross", "3", "Res", "über", "k");
    private static final List<String> ENDS =
            List.of("trained", "Modal", "shot", "4", "Net", "encoders", "D", "x2", "NN");
    private static final List<String> DASHES = List.of("-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "\uFF0D");

    record Twins(String start, String end, String dash) {
        String joined() {
            return start + end;
        }

        String dashed() {
            return start + dash + end;
        }

        String apart() {
            return start + " " + end;
        }
    }

    @Property(tries = 300)
    void aJoinedAndADashedQueryFindTheJoinedAndTheDashedForm(
            @ForAll("twins") Twins twins, @ForAll("contexts") List<String> context) {
        PaperIndex index = PaperIndex.of(
                List.of(paper(context, twins.joined()), paper(context, twins.dashed()), paper(context, twins.apart())));

        assertThat(matches(index, twins.joined())).as(twins.joined()).isEqualTo(bits(0b011));
        assertThat(matches(index, twins.dashed())).as(twins.dashed()).isEqualTo(bits(0b111));
        // A phrase of "GPT" and "4" is as strict as its words; these have one capital at most.
        if (twins.joined().chars().filter(Character::isUpperCase).count() < 2) {
            assertThat(matches(index, "\"" + twins.apart() + "\"")).isEqualTo(bits(0b111));
        }
    }

    @Property(tries = 300)
    void anExclusionLeavesOutWhatTheQueryFinds(@ForAll("twins") Twins twins, @ForAll("contexts") List<String> context) {
        PaperIndex index = PaperIndex.of(
                List.of(paper(context, twins.joined()), paper(context, twins.dashed()), paper(context, twins.apart())));

        for (String form : List.of(twins.joined(), twins.dashed(), "\"" + twins.apart() + "\"")) {
            BitSet others = matches(index, form);
            others.flip(0, index.size());
            assertThat(matches(index, "lamp -" + form)).isEqualTo(others);
            assertThat(matches(index, "title:" + form)).isEqualTo(matches(index, form));
        }
    }

    @Property(tries = 300)
    void whatIsFoundIsMarkedAsAWhole(@ForAll("twins") Twins twins, @ForAll("contexts") List<String> context) {
        Query query = Query.parse(twins.joined()).query().orElseThrow();

        for (String form : List.of(twins.joined(), twins.dashed())) {
            assertThat(Highlighter.mark(paper(context, form).title(), Field.TITLE, List.of(query)))
                    .contains("<mark>" + form + "</mark>");
        }
    }

    private static PaperText paper(List<String> context, String form) {
        List<String> words = new ArrayList<>(context);
        words.add(words.size() / 2, form);
        return new PaperText("Lamp " + String.join(" ", words), null, List.of(), null, List.of(), null);
    }

    private static BitSet matches(PaperIndex index, String query) {
        return index.match(Query.parse(query).query().orElseThrow());
    }

    private static BitSet bits(long bits) {
        return BitSet.valueOf(new long[] {bits});
    }

    @Provide
    Arbitrary<Twins> twins() {
        return Arbitraries.of(STARTS)
                .flatMap(start -> Arbitraries.of(ENDS)
                        .flatMap(end -> Arbitraries.of(DASHES).map(dash -> new Twins(start, end, dash))))
                .filter(twins -> !(twins.start().equals("3") && twins.end().equals("4")));
    }

    @Provide
    Arbitrary<List<String>> contexts() {
        return Arbitraries.of("the", "tables,", "of", "x-ray", "(rain)", "扩散", "A", "well-kept", "«oil»", "$\\beta$")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
