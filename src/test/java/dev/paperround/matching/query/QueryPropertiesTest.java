package dev.paperround.matching.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.InventedPaperTexts;
import dev.paperround.matching.index.PaperIndex;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QueryPropertiesTest {
    private static final PaperIndex PAPERS = PaperIndex.of(List.of(
            InventedPaperTexts.read(
                    "Video diffusion ; abstract=A time-series model. ; authors=Ada Okafor ; upvotes=12"),
            InventedPaperTexts.read("扩散模型 ; keywords=flow, filters")));

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
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                        "a",
                        "few-shot",
                        "GPT-4",
                        "=",
                        "（",
                        "＂",
                        "「",
                        "：",
                        "C++",
                        "author:\"Li, A\"",
                        "ﾃﾞ",
                        "\u2011",
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
