package dev.paperround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EmailAddressTest {
    @Property(tries = 5000)
    void whatIsAcceptedIsSafeInAHeaderAndACommand(@ForAll("texts") String text) {
        EmailAddress.parse(text).ifPresent(address -> {
            assertThat(address.value())
                    .matches("[!-~\\p{L}\\p{M}\\p{N}]+@[!-~]+")
                    .doesNotContain(",", "<", ">", "\"", ";", ":", "(", ")", "\\")
                    .containsOnlyOnce("@")
                    .satisfies(value ->
                            assertThat(value.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(254));
            assertThat(EmailAddress.parse(address.value())).contains(address);
            assertThat(EmailAddress.parse(address.key()).orElseThrow().key()).isEqualTo(address.key());
        });
    }

    @Example
    void addressesOfOnePersonHaveOneKey() {
        assertThat(key("Ada@Example.ORG")).isEqualTo(key("ada@example.org"));
        assertThat(key("ada@bücher.example")).isEqualTo(key("ada@xn--bcher-kva.example"));
        assertThat(key("ada@BÜCHER.example")).isEqualTo(key("ada@bücher.example"));
        assertThat(key("ADÉ@example.org")).isEqualTo(key("ade\u0301@example.org"));
        assertThat(key("ada+x@example.org")).isNotEqualTo(key("ada@example.org"));
    }

    @Example
    void domainsAreReadAsRegistriesReadThem() {
        assertThat(key("ada@straße.example")).isEqualTo("ada@xn--strae-oqa.example");
        assertThat(key("ada@faß.de")).isEqualTo("ada@xn--fa-hia.de").isNotEqualTo(key("ada@fass.de"));
        assertThat(key("ada@βόλος.example")).isEqualTo("ada@xn--nxasmm1c.example");
        assertThat(key("ada@例え。テスト")).isEqualTo("ada@xn--r8jz45g.xn--zckzah");
        assertThat(key("ada@Example｡ORG")).isEqualTo("ada@example.org");
        for (var domain : List.of("a\u200db.example", "xn--a.example", "a\u00b7b.example", "☃\ufe0f。", "a_b.example")) {
            assertThat(EmailAddress.parse("ada@" + domain)).as(domain).isEmpty();
        }
    }

    @Example
    void aLastLabelOfDigitsIsNoDomain() {
        for (var domain : List.of("127.0.0.1", "example.1", "1", "example.１２")) {
            assertThat(EmailAddress.parse("ada@" + domain)).as(domain).isEmpty();
        }
        assertThat(EmailAddress.parse("ada@1.example.a1")).isPresent();
    }

    @Provide
    Arbitrary<String> texts() {
        var pieces = Arbitraries.of(
                "ada",
                "@",
                ".",
                "example",
                "org",
                " ",
                "\r",
                "\n",
                "\t",
                "\0",
                ",",
                "<",
                ">",
                "\"",
                "-",
                "xn--",
                "ü",
                "。",
                "＠",
                "\u200d",
                "ß",
                "\ud800",
                "İ",
                "ада",
                "\u0301",
                "a.b",
                "[",
                "]",
                "\u202e",
                "x".repeat(63));
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(9).map(it -> String.join("", it)),
                pieces.list().ofMaxSize(4).map(it -> "ada@" + String.join("", it) + ".example"),
                Arbitraries.strings().all().ofMaxLength(12).map(it -> it + "@" + it),
                Arbitraries.strings().ascii().ofMaxLength(12).map(it -> it + "@example.org"));
    }

    private static String key(String text) {
        return EmailAddress.parse(text).orElseThrow().key();
    }
}
