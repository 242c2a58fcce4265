package dev.paperround.mail.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RelaxedHeaderTest {
    @Example
    void theExamplesOfRfc6376AreWrittenAsThere() {
        assertThat(relaxed("A: X ")).isEqualTo("a:X");
        assertThat(relaxed("B : Y\t\r\n\tZ  ")).isEqualTo("b:Y Z");
    }

    @Property
    void itIsWhatTheRulesOfRfc6376MakeOfItOneByOne(@ForAll("names") String name, @ForAll("values") String value) {
        var unfolded = value.replaceAll("\r\n(?=[ \t])", "");
        var reduced = unfolded.replaceAll("[ \t]+", " ").replaceAll("^ | $", "");

        assertThat(relaxed(name + ":" + value)).isEqualTo(name.toLowerCase(Locale.ROOT) + ":" + reduced);
    }

    @Property
    void howItIsFoldedAndSpacedMakesNoDifference(
            @ForAll("words") List<String> words, @ForAll("blanks") String one, @ForAll("blanks") String other) {
        assertThat(relaxed("Subject:" + one + String.join(one, words) + one))
                .isEqualTo(relaxed("SUBJECT:" + other + String.join(other, words) + other));
    }

    @Property
    void whatIsRelaxedStaysAsItIs(@ForAll("names") String name, @ForAll("values") String value) {
        var once = relaxed(name + ":" + value);

        assertThat(relaxed(once)).isEqualTo(once);
    }

    private static String relaxed(String field) {
        var relaxed = new StringBuilder();
        RelaxedHeader.append(field, relaxed);
        return relaxed.toString();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().alpha().withChars('-').ofMinLength(1).ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.of(" ", "  ", "\t", "\r\n ", "\r\n\t", " \r\n ", "\t \r\n \t\r\n  ");
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("a", "B:", "Ünï", "=?UTF-8?B?4oCm?=", "<a@b.example>", ";")
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(" ", "\t", "\r\n ", "\r\n\t", "a", ":", "é", "🦀", "=", "x y")
                .list()
                .ofMaxSize(12)
                .map(it -> String.join("", it));
    }
}
