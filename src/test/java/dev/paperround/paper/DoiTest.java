package dev.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1101/2026.11.01.7A",
                " doi:10.1101/2026.11.01.7a ",
                "https://doi.org/10.1101/2026.11.01.7A",
                "http://dx.doi.org/10.1101/2026.11.01.7a"
            })
    void everyFormIsTheSameDoi(String raw) {
        assertThat(Doi.find(raw)).contains("10.1101/2026.11.01.7a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10.1101", "10.1101/", "2611.90417", "see 10.1101/x", "10.1/x", "10.1101/a\"b", "10.1101/a;b"
            })
    void nothingElseIs(String raw) {
        assertThat(Doi.find(raw)).isEmpty();
    }

    @Test
    void theDoiThatArxivMakesIsItsId() {
        var listed = new ParsedPaper(0, null, "https://doi.org/10.48550/arXiv.2611.90417", titled(null));
        assertThat(listed.id()).isEqualTo("2611.90417");
        assertThat(listed.facts().doi()).isNull();
    }

    @Test
    void anArxivIdIsTheIdBeforeADoiAndADoiBeforeAnyOther() {
        assertThat(new ParsedPaper(0, null, "2611.90417", titled("10.1101/X")).id())
                .isEqualTo("2611.90417");
        assertThat(new ParsedPaper(0, null, "item-7", titled("10.1101/X")).id()).isEqualTo("10.1101/x");
        assertThat(new ParsedPaper(0, null, "item-7", titled("none")).id()).isEqualTo("item-7");
    }

    private static PaperMetadata titled(String doi) {
        return PaperMetadata.of(it -> {
            it.title = "T";
            it.doi = doi;
        });
    }
}
