package dev.paperround.matching.tex;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.paperround.matching.Table;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TexTest {
    static Stream<String> conversions() {
        return Table.rows("tex.txt");
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void texBecomesReadable(String row) {
        String[] parts = row.split(" => ");
        assertThat(Tex.toText(parts[0])).isEqualTo(parts[1]);
    }

    @Test
    void textIsComposed() {
        assertThat(Tex.toText("e\u0301")).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$$",
                "{",
                "\\",
                "\\(",
                "x^{",
                "\\textbf{",
                "``''",
                "$a ",
                "\\'{",
                "$5 ab\\",
                "\\frac{",
                "--"
            })
    void aHostileTextTakesNoLongerThanItsLength(String piece) {
        assertTimeout(ofSeconds(3), () -> Tex.toText(piece.repeat(100_000)));
    }
}
