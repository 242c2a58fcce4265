package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class QueryPropertiesTest {
    private static final PaperIndex PAPERS = PaperIndex.of(List.of(
            Papers.read("Video diffusion ; abstract=A time-series model. ; authors=Ada Okafor ; upvotes=12"),
            Papers.read("扩散模型 ; keywords=flow, filters")));

    @Property
    void aPrintedQueryParsesToAnEqualOne(@ForAll("nodes") Node node) {
        Query query = new Query(node, "");
        String printed = node.print();
        if (printed.length() <= Query.MAX_LENGTH && !query.positiveLeaves().isEmpty()) {
            assertThat(Query.parse(printed).query()).contains(query);
        }
    }

    @Property(tries = 3000)
    void anyTextIsEitherAQueryOrRefusedAtOneOfItsCharacters(@ForAll("texts") String text) {
        Query.Parsed parsed = Query.parse(text);

        assertThat(parsed.query().isPresent()).isNotEqualTo(parsed.refusal().isPresent());
        parsed.refusal().ifPresent(refusal -> assertThat(refusal.position())
                .isBetween(0, text.codePointCount(0, text.length())));
        parsed.query().ifPresent(query -> {
            assertThat(Query.parse(query.toString()).query()).contains(query);
            assertThat(PAPERS.match(query).length()).isLessThanOrEqualTo(PAPERS.size());
            assertThat(PAPERS.score(query, 0)).isNotNegative();
        });
    }

    @Provide
    Arbitrary<Node> nodes() {
        return nodes(3);
    }

    private Arbitrary<Node> nodes(int depth) {
        if (depth == 0) {
            return leaves();
        }
        Arbitrary<Node> inner = nodes(depth - 1);
        return Arbitraries.oneOf(
                inner,
                inner.list().ofMinSize(2).ofMaxSize(4).map(Node::and),
                inner.list().ofMinSize(2).ofMaxSize(4).map(Node::or),
                inner.map(Node::not));
    }

    private Arbitrary<Node> leaves() {
        Arbitrary<List<String>> words = Arbitraries.of("diffusion", "or", "gpt", "4.1", "don't", "扩", "título", "x2")
                .map(word -> PaperAnalyzer.surfaces(word).get(0))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        Arbitrary<Optional<Field>> fields = Arbitraries.of(Field.class).optional();
        Arbitrary<Node> texts = Combinators.combine(fields, words, Arbitraries.of(false, true))
                .as((field, list, prefix) -> new Leaf.Text(
                        field, list, prefix && String.join("", list).length() > 1));
        Arbitrary<Node> upvotes = Combinators.combine(
                        Arbitraries.of(Comparison.class), Arbitraries.integers().between(0, 999_999_999))
                .as(Leaf.Upvotes::new);
        return Arbitraries.frequencyOf(Tuple.of(5, texts), Tuple.of(1, upvotes));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                        "a",
                        "few-shot",
                        "AND",
                        " OR ",
                        "NOT ",
                        "-",
                        "(",
                        ")",
                        "\"",
                        "“",
                        " ",
                        "*",
                        "title:",
                        "org:(",
                        "upvotes:>=3",
                        "upvotes:",
                        "x:",
                        "\u0000",
                        "\uD800",
                        "\uDC00",
                        "é",
                        "e\u0301",
                        "扩散",
                        "½",
                        "🤗",
                        "#\uFE0F\u20E3",
                        "ﬁ",
                        "İ",
                        "β",
                        "κόσμος",
                        "'s",
                        "ש\"ל",
                        "ᄀ",
                        "ㅏ",
                        "\u200B",
                        "_",
                        "^",
                        "\t",
                        ".")
                .list()
                .ofMaxSize(14)
                .map(list -> String.join("", list));
        return Arbitraries.oneOf(
                pieces,
                Arbitraries.strings().all().ofMaxLength(520),
                Arbitraries.strings().ofMaxLength(6));
    }
}
