package dev.paperround.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers are those of the tokenizer that the model was trained with. */
class WordPiecesTest {
    private static WordPieces pieces;

    @BeforeAll
    static void load() throws IOException {
        pieces = new WordPieces(EmbeddedModel.vocabulary());
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(
                        "Robots that learn, by watching people!",
                        new long[] {101, 13507, 2008, 4553, 1010, 2011, 3666, 2111, 999, 102}),
                Arguments.of(
                        "π₀.₅ für Überraschung naïve café",
                        new long[] {101, 1170, 17110, 1012, 1552, 6519, 19169, 8180, 20760, 3070, 15743, 7668, 102}),
                Arguments.of("扩散模型 3D重建", new long[] {101, 100, 100, 100, 100, 7605, 100, 100, 102}),
                Arguments.of("state-of-the-art GPT-4o_mini (2025)", new long[] {
                    101, 2110, 1011, 1997, 1011, 1996, 1011, 2396, 14246, 2102, 1011, 1018, 2080, 1035, 7163, 1006,
                    16798, 2629, 1007, 102
                }),
                Arguments.of(
                        "unbelievablyfoo\u200bbar 🤗 ok",
                        new long[] {101, 4895, 8671, 2666, 3567, 6321, 14876, 16429, 2906, 100, 7929, 102}));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsTakenApartAsTheModelLearnedIt(String text, long[] ids) {
        assertThat(pieces.ids(text, 256)).containsExactly(ids);
    }

    @Test
    void aLongTextEndsWithTheMarkOfTheEnd() {
        assertThat(pieces.ids("robots ".repeat(1_000), 8))
                .containsExactly(101, 13507, 13507, 13507, 13507, 13507, 13507, 102);
        assertThat(pieces.ids("x".repeat(101), 8)).containsExactly(101, 100, 102);
        assertThat(pieces.ids("", 8)).containsExactly(101, 102);
    }
}
