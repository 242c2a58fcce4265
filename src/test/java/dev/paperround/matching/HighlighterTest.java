package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HighlighterTest {
    @Test
    void wordsAreMarkedInWhateverFormTheyStand() {
        assertThat(title("Filters that filter, filtering’s end", "filtering"))
                .isEqualTo("<mark>Filters</mark> that <mark>filter</mark>, <mark>filtering’s</mark> end");
    }

    @Test
    void everythingElseIsEscaped() {
        assertThat(title("<b>R&D</b> \"rain\" isn't", "rain"))
                .isEqualTo("&lt;b&gt;R&amp;D&lt;/b&gt; &quot;<mark>rain</mark>&quot; isn&#39;t");
    }

    @Test
    void aPhraseIsMarkedOnlyWhereAllOfItStands() {
        assertThat(title("Series of time-series in time", "\"time series\""))
                .isEqualTo("Series of <mark>time-series</mark> in time");
    }

    @Test
    void theWholeFormThatWasFoundIsMarked() {
        assertThat(title("A pre-training note", "pretraining")).isEqualTo("A <mark>pre-training</mark> note");
        assertThat(title("A pretraining note", "pre-training")).isEqualTo("A <mark>pretraining</mark> note");
        assertThat(title("A pre training note", "pre-training")).isEqualTo("A <mark>pre training</mark> note");
        assertThat(title("Deep multi-modal learning", "\"multimodal learning\""))
                .isEqualTo("Deep <mark>multi-modal learning</mark>");
        assertThat(title("A U-Net and UNets", "UNet")).isEqualTo("A <mark>U-Net</mark> and <mark>UNets</mark>");
        assertThat(title("RAGs of ragged RAG-based rags", "RAG"))
                .isEqualTo("<mark>RAGs</mark> of ragged <mark>RAG</mark>-based rags");
        assertThat(title("Pre-trained, pretraining", "pretrain*"))
                .isEqualTo("<mark>Pre-trained</mark>, <mark>pretraining</mark>");
        assertThat(title("基于3-D重建的", "3D重建")).isEqualTo("基于<mark>3-D重建</mark>的");
        assertThat(title("拡散ﾓﾃﾞﾙ", "モデル")).isEqualTo("拡散<mark>ﾓﾃﾞﾙ</mark>");
        assertThat(title("In C++, or C", "C++")).isEqualTo("In <mark>C++</mark>, or C");
    }

    @Test
    void aNameIsMarkedHoweverItIsWritten() {
        assertThat(Highlighter.mark("Ana Souza, Jürgen K. Müller", Field.AUTHORS, queries("author:\"Mueller, J.\"")))
                .isEqualTo("Ana Souza, <mark>Jürgen K. Müller</mark>");
    }

    @Test
    void aPrefixMarksTheWholeWord() {
        assertThat(title("Multimodality", "multimod*")).isEqualTo("<mark>Multimodality</mark>");
    }

    @Test
    void onlyWhatIsLookedForInThisFieldIsMarked() {
        assertThat(title("Rain, snow, ice", "rain -snow abstract:ice")).isEqualTo("<mark>Rain</mark>, snow, ice");
        assertThat(Highlighter.mark("Rain, ice", Field.ABSTRACT, queries("rain abstract:ice")))
                .isEqualTo("<mark>Rain</mark>, <mark>ice</mark>");
    }

    @Test
    void aHitAtTheVeryEdgeOfAnExcerptIsNotCutOff() {
        assertThat(Highlighter.excerpt("Far away hills, and then the sea", Field.ABSTRACT, queries("hills"), 15))
                .contains("<mark>hills</mark>");
    }

    @Test
    void severalQueriesMarkTogetherAndMarksNeverOverlap() {
        assertThat(title("Deep video diffusion", "\"deep video\"", "\"video diffusion\"", "video"))
                .isEqualTo("<mark>Deep video diffusion</mark>");
    }

    @Test
    void texIsReadableAndMarkedAcrossItsCommands() {
        assertThat(title("\\textbf{Diff}usion on $\\mathbb{R}^2$", "diffusion"))
                .isEqualTo("<mark>Diffusion</mark> on R²");
    }

    @Test
    void accentsStayInsideTheMark() {
        assertThat(title("Cafe\u0301 x\u0302 end", "cafe x")).isEqualTo("<mark>Café</mark> <mark>x\u0302</mark> end");
    }

    @Test
    void anExcerptEndsAtAWordAndSaysThatItWasCut() {
        assertThat(Highlighter.excerpt("The rain in the far valley", Field.ABSTRACT, queries("rain"), 16))
                .isEqualTo("The <mark>rain</mark> in the…");
        assertThat(Highlighter.excerpt("The rain", Field.ABSTRACT, queries("snow"), 16))
                .isEqualTo("The rain");
    }

    @Test
    void anExcerptShowsTheFirstHit() {
        String text = "Nothing of interest is said in this long beginning, but then snow falls on all of the hills.";

        assertThat(Highlighter.excerpt(text, Field.ABSTRACT, queries("snow"), 40))
                .isEqualTo("…but then <mark>snow</mark> falls on all of the…");
        assertThat(Highlighter.excerpt(text, Field.ABSTRACT, queries("hills"), 40))
                .isEqualTo("…then snow falls on all of the <mark>hills</mark>.");
        assertThat(Highlighter.excerpt(text, Field.ABSTRACT, queries("rain"), 40))
                .isEqualTo("Nothing of interest is said in this…");
    }

    @Test
    void noTextIsAnEmptyOne() {
        assertThat(Highlighter.mark(null, Field.ABSTRACT, queries("rain"))).isEmpty();
        assertThat(Highlighter.excerpt(null, Field.ABSTRACT, List.of(), 20)).isEmpty();
    }

    private static String title(String text, String... queries) {
        return Highlighter.mark(text, Field.TITLE, queries(queries));
    }

    private static List<Query> queries(String... texts) {
        return Stream.of(texts)
                .map(text -> Query.parse(text).query().orElseThrow())
                .toList();
    }
}
