package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordFamiliesTest {
    static Stream<String> families() {
        return Table.rows("word-families.txt");
    }

    static Stream<String> strangers() {
        return Table.rows("words-apart.txt");
    }

    @ParameterizedTest
    @MethodSource("families")
    void theFormsOfAWordFindEachOther(String family) {
        assertThat(stems(family)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void differentWordsDoNotFindEachOther(String words) {
        assertThat(stems(words)).hasSameSizeAs(words.split(" "));
    }

    private static Set<String> stems(String words) {
        return List.of(words.toLowerCase(Locale.ROOT).split(" ")).stream()
                .map(EnglishInflections::stem)
                .collect(Collectors.toSet());
    }
}
