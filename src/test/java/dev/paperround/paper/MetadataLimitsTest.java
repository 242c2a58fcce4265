package dev.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataLimitsTest {
    @Test
    void aTextIsCutAfterAWordAndNeverInsideACharacter() {
        assertThat(MetadataLimits.text("one two three", 13)).isEqualTo("one two three");
        assertThat(MetadataLimits.text("one two three", 12)).isEqualTo("one two…");
        assertThat(MetadataLimits.text("潮の満ち引きを数える", 5)).isEqualTo("潮の満ち…");
        assertThat(MetadataLimits.text("🌊🌊🌊🌊", 4)).isEqualTo("🌊…");
        assertThat(MetadataLimits.text(null, 4)).isNull();
    }

    @Test
    void aLargeCollaborationIsCountedWhole() {
        var names = Collections.nCopies(7_000, "Ada Sorel");
        var facts = facts(names, null);
        assertThat(facts.authors()).hasSize(MetadataLimits.AUTHORS);
        assertThat(facts.authorCount()).isEqualTo(7_000);
        assertThat(facts(facts.authors(), facts.authorCount()).authorCount()).isEqualTo(7_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/x", "http://example.org:8080/~ada", "HTTPS://EXAMPLE.ORG"})
    void webAddressesAreLinks(String address) {
        assertThat(MetadataLimits.link(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.org/x",
                "/x",
                "https:///x",
                "https://github.com@evil.example/x",
                "https://exa mple.org",
                "ftp://example.org"
            })
    void nothingElseIs(String address) {
        assertThat(MetadataLimits.link(address)).isNull();
    }

    @Test
    void anAddressThatIsFarTooLongIsNone() {
        assertThat(MetadataLimits.link("https://example.org/" + "x".repeat(2_000)))
                .isNull();
    }

    private static PaperMetadata facts(List<String> authors, Integer count) {
        return PaperMetadata.of(it -> {
            it.title = "T";
            it.authors = authors;
            it.authorCount = count;
        });
    }
}
