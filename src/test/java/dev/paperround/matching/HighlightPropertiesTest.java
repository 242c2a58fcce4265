package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.query.Query;
import dev.paperround.matching.tex.Tex;
import dev.paperround.matching.text.Field;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HighlightPropertiesTest {
    private static final List<Query> QUERIES =
            List.of(query("diffusion \"time series\" OR fi* OR 1 OR β OR e OR 扩"), query("title:a -b"));

    @Property(tries = 2000)
    void markingChangesNothingButTheMarks(@ForAll("texts") String text) {
        String marked = Highlighter.mark(text, Field.TITLE, QUERIES);

        assertThat(visible(marked)).isEqualTo(Tex.toText(text));
        assertThat(marked.replace("<mark>", "").replace("</mark>", "")).doesNotContain("<", ">", "\"", "'");
    }

    @Property(tries = 2000)
    void anExcerptIsNoLongerThanAskedAndAPieceOfTheText(
            @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 60) int maxChars) {
        String readable = Tex.toText(text);
        String excerpt = visible(Highlighter.excerpt(text, Field.TITLE, QUERIES, maxChars));

        assertThat(excerpt.length()).isLessThanOrEqualTo(maxChars);
        if (readable.length() > maxChars) {
            assertThat(readable).contains(excerpt.replaceAll("^…|…$", ""));
        } else {
            assertThat(excerpt).isEqualTo(readable);
        }
    }

    @Property(tries = 3000)
    void aTextIsMarkedAlikeHoweverOftenAndAsWithoutAnyHurry(
            @ForAll("texts") String text, @ForAll("queries") List<Query> queries, @ForAll Field field) {
        String plain = PlainMarks.mark(text, field, queries);

        assertThat(Highlighter.mark(text, field, queries)).isEqualTo(plain);
        assertThat(Highlighter.mark(text, field, queries)).isEqualTo(plain);
    }

    @Property(tries = 3000)
    void texNeverFails(@ForAll("tex") String tex) {
        assertThat(Tex.toText(tex)).isNotNull();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                joined(
                        "diffusion ",
                        "time-series ",
                        "Time-series-",
                        "timeseries ",
                        "GPT-4 ",
                        "GPT4s",
                        "U-Net ",
                        "C++ ",
                        "fine",
                        " ",
                        "<b>",
                        "&amp;",
                        "\"",
                        "'",
                        "½",
                        "e\u0301",
                        "a",
                        "\n",
                        "扩散"),
                joined("é", "\u200B", "\u00AD", "$\\beta$", "\\%", "🤗", "\uD83E", "ﬁ", "words ", "</mark>"),
                Arbitraries.strings().all().ofMaxLength(80));
    }

    @Provide
    Arbitrary<List<Query>> queries() {
        return Arbitraries.of(
                        "diffusion",
                        "\"time series\"",
                        "\"series fine\" OR series",
                        "title:time -fine",
                        "abstract:(fi* a)",
                        "\"words wo\"",
                        "words OR word* OR \"words words\"",
                        "β OR e OR 1 OR 2",
                        "\"diffusion time series\" OR \"series diffusion\"",
                        "di* OR diff* OR diffusion",
                        "扩 OR \"扩 散\"",
                        "time-ser*",
                        "timeseries",
                        "\"time series\" OR \"series time series\"",
                        "GPT-4 OR GPT",
                        "=fine OR =\"time series\"",
                        "U-Net OR C++",
                        "upvotes:>3 a")
                .map(HighlightPropertiesTest::query)
                .list()
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> tex() {
        return Arbitraries.oneOf(
                joined("$", "$$", "\\", "{", "}", "^", "_", "\\(", "\\)", "\\frac", "\\sqrt", "a", " ", "\\$", "\\\\"),
                joined(
                        "\\textbf{",
                        "\\'",
                        "\\c",
                        "{\\i}",
                        "\\href{",
                        "}{",
                        "\\url{",
                        "`",
                        "''",
                        "--",
                        "~",
                        "\\left",
                        "$x"),
                Arbitraries.strings().all().ofMaxLength(80));
    }

    private static Arbitrary<String> joined(String... pieces) {
        return Arbitraries.of(pieces).list().ofMaxSize(20).map(list -> String.join("", list));
    }

    private static String visible(String html) {
        String text = html.replace("<mark>", "").replace("</mark>", "");
        for (Map.Entry<String, String> entity :
                Map.of("&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'").entrySet()) {
            text = text.replace(entity.getKey(), entity.getValue());
        }
        return text.replace("&amp;", "&");
    }

    private static Query query(String text) {
        return Query.parse(text).query().orElseThrow();
    }
}
