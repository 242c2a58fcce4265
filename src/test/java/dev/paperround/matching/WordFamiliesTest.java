package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.text.EnglishInflections;
import java.util.List;
import java.util.Locale;
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
        String[] forms = family.toLowerCase(Locale.ROOT).split(" ");

        for (String form : forms) {
            assertThat(bases(form)).as(form).containsAnyElementsOf(bases(forms[0]));
        }
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void differentWordsDoNotFindEachOther(String strangers) {
        String[] words = strangers.toLowerCase(Locale.ROOT).split(" ");

        for (int i = 1; i < words.length; i++) {
            for (int before = 0; before < i; before++) {
                assertThat(bases(words[i])).as(words[i]).doesNotContainAnyElementsOf(bases(words[before]));
            }
        }
    }

    private static List<String> bases(String word) {
        return EnglishInflections.bases(word);
    }
}
