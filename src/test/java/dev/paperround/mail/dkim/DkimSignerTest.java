package dev.paperround.mail.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.testing.DkimKeys;
import dev.paperround.testing.DkimVerifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

class DkimSignerTest {
    private static final List<String> HEADERS =
            List.of("From: a@b.example", "to: c@d.example", "Subject: Kites", "Subjects: Not signed");
    private static DkimSigner signer;

    @BeforeContainer
    static void keys() throws UnusableKey {
        signer = new DkimSigner("b.example", List.of(key(DkimKeys.RSA), key(DkimKeys.ED25519)));
    }

    private static DkimKey key(String selector) throws UnusableKey {
        return DkimKeyFile.read(
                selector, Path.of(DkimKeys.settings().get("paperround.dkim.keys." + selector + ".file")));
    }

    @Property(tries = 100)
    void whateverIsSignedHolds(
            @ForAll("texts") String subject, @ForAll("texts") String recipient, @ForAll("pieces") List<String> pieces) {
        var headers = List.of("From: a@b.example", "To: " + recipient, "Subject:" + subject, "List-Id: <x>");

        var message = message(headers, pieces);

        assertThat(DkimVerifier.valid(message, DkimKeys::record)).containsExactly(DkimKeys.RSA, DkimKeys.ED25519);
    }

    @Example
    void manyThreadsMaySignAtOnce() {
        var once = message(HEADERS, List.of("Kites."));

        assertThat(IntStream.range(0, 200).parallel().mapToObj(it -> message(HEADERS, List.of("Kites."))))
                .containsOnly(once);
    }

    @Example
    void itNamesOnceMoreWhatItSigns() {
        var signature = signer.sign(HEADERS, List.of()).get(0).replaceAll("\\s", "");

        assertThat(signature).contains(";h=From:From:Reply-To:To:To:Cc:Subject:", ":List-Unsubscribe-Post:");
    }

    @Example
    void withoutAKeyItSignsNothing() {
        assertThat(new DkimSigner("b.example", List.of()).sign(HEADERS, List.of()))
                .isEmpty();
    }

    private static String message(List<String> headers, List<String> pieces) {
        var body = pieces.stream()
                .map(it -> (it + "\r\n").getBytes(StandardCharsets.UTF_8))
                .toList();
        return String.join("\r\n", signer.sign(headers, body)) + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n"
                + String.join("\r\n", pieces) + "\r\n";
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(" ", "\t", "\r\n ", "a", "b=", ";", ":", "é", "🦀", "=?UTF-8?B?4oCm?=", "h=From")
                .list()
                .ofMaxSize(12)
                .map(it -> String.join("", it));
    }

    /** Lines, none of them empty at the end. */
    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of("Kites", "", " two  blanks ", "=E2=80=A6", "a\r\n\r\nb", "é")
                .list()
                .ofMaxSize(12)
                .map(it -> Stream.concat(it.stream(), Stream.of("--end--")).toList());
    }
}
