package dev.paperround.digest.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuotedPrintableTest {
    @Property
    void piecesPutTogetherAreTheTextsPutTogether(@ForAll("pieces") List<String> texts, @ForAll("text") String last) {
        var pieces = new ArrayList<byte[]>();
        texts.forEach(it -> pieces.add(QuotedPrintable.encodeOpen(it)));
        pieces.add(QuotedPrintable.encode(last));
        var encoded = new QuotedPrintableText(pieces);

        var ended = last.isEmpty() || last.endsWith("\n") ? last : last + "\n";
        assertThat(encoded.decoded()).isEqualTo(String.join("", texts) + ended);
        assertSevenBitLines(encoded.bytes());
        assertThat(encoded.length()).isEqualTo(encoded.bytes().length);
    }

    @Property
    void wholeLinesPutTogetherAreTheLines(@ForAll("pieces") List<String> texts) {
        var pieces = texts.stream().map(QuotedPrintable::encode).toList();
        var lines = new StringBuilder();
        texts.forEach(it -> lines.append(it).append(it.isEmpty() || it.endsWith("\n") ? "" : "\n"));

        assertThat(new QuotedPrintableText(pieces).decoded()).isEqualTo(lines.toString());
        assertSevenBitLines(new QuotedPrintableText(pieces).bytes());
    }

    @Property
    void aFilledStencilIsTheTextWithItsValues(@ForAll("text") String subject, @ForAll("text") String web) {
        var template = "<title>%s</title>\nSee %s\nand %s, and %2$s";
        var blanks = template.formatted(Placeholder.SUBJECT.mark(), Placeholder.WEB.mark(), Placeholder.WEB.mark());
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        values.put(Placeholder.SUBJECT, subject);
        values.put(Placeholder.WEB, web);
        var pieces = new ArrayList<byte[]>();

        EncodedTemplate.of(blanks).fill(values, List.of(), pieces);

        assertThat(new QuotedPrintableText(pieces).decoded()).startsWith(template.formatted(subject, web, web));
        assertSevenBitLines(new QuotedPrintableText(pieces).bytes());
    }

    @Example
    void lineEndsOfAnyKindAreOfOneKind() {
        assertThat(new String(QuotedPrintable.encode("a\r\nb\rc \nd"), StandardCharsets.US_ASCII))
                .isEqualTo("a\r\nb\r\nc=20\r\nd\r\n");
    }

    @Example
    void aLineThatBeginsLikeTheNextMailOfAMailboxFileIsEncoded() {
        var text = "From here on\nto From there\nFrom\nFromage " + "x".repeat(67) + "From the end";

        assertThat(new String(QuotedPrintable.encode(text), StandardCharsets.US_ASCII))
                .startsWith("=46rom here on\r\nto From there\r\nFrom\r\nFromage ")
                .doesNotContain("\nFrom ")
                .contains("=46rom the end");
    }

    private static void assertSevenBitLines(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text.isEmpty() || text.endsWith("\r\n")).isTrue();
        for (var line : text.split("\r\n", -1)) {
            assertThat(line).hasSizeLessThanOrEqualTo(76).matches("[\\t -~]*").doesNotContain("\r", "\n");
            assertThat(line.endsWith(" ") || line.endsWith("\t") || line.startsWith("."))
                    .isFalse();
            assertThat(line).doesNotStartWith("From ");
        }
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return text().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> text() {
        var odd = Arbitraries.of(
                " ", "\t", "=", "\n", ".", "\nFrom ", "From here", "é", "潮", "🦀", "م", "x".repeat(80), "x".repeat(75));
        var plain = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(90);
        return Arbitraries.oneOf(odd, plain).list().ofMaxSize(8).map(it -> String.join("", it));
    }
}
