package dev.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.paperround.bounce.message.BounceClassification;
import dev.paperround.bounce.message.BounceMessage;
import dev.paperround.testing.BounceFragments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Anybody can mail anything to an envelope sender. */
class BounceFuzzTest {
    private static final Returns.Sent SENT = new Returns.Sent(
            "ada@reader.example",
            1,
            "b+1-fw2-0123456789abcdefgh@localhost",
            "<1.abcdefghijkl@localhost>",
            "http://localhost:8080/unsubscribe/v1.u.1.0.0.abcdefghij");
    private static final List<byte[]> MAILS = List.of(
                    "postfix-unknown-user",
                    "exim-old-text",
                    "qmail-remote-host",
                    "double-bounce",
                    "utf8-address-encoded",
                    "forwarded-by-a-colleague",
                    "arf-yahoo",
                    "jmrp-forwarded-mail",
                    "status-in-base64",
                    "eight-bit")
            .stream()
            .map(it -> Returns.mail(it, SENT))
            .toList();
    private static final List<String> SPLICES = BounceFragments.and("\uD800", "From \r\n");

    /** {@code place} is a part of ten thousand of the mail. */
    record Change(int place, int removed, String added) {}

    @Property(tries = 4000)
    void nothingThrows(@ForAll("mails") byte[] mail) {
        assertThatCode(() -> BounceMessage.read(mail).ifPresent(message -> {
                    message.traces();
                    message.isAutoReply();
                    message.isWish();
                    message.addressees();
                    message.subject();
                    BounceClassification.of(message, address -> address.startsWith("b+"), Optional.empty());
                }))
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<byte[]> mails() {
        var changes = Combinators.combine(
                        Arbitraries.integers().between(0, 10_000),
                        Arbitraries.oneOf(
                                Arbitraries.just(0), Arbitraries.integers().between(0, 400)),
                        Arbitraries.oneOf(
                                Arbitraries.of(SPLICES), Arbitraries.strings().ofMaxLength(20)))
                .as(Change::new)
                .list()
                .ofMaxSize(8);
        var changed = Combinators.combine(Arbitraries.of(MAILS), changes).as(BounceFuzzTest::changed);
        return Arbitraries.oneOf(
                changed,
                changed,
                changed,
                Arbitraries.bytes().array(byte[].class).ofMaxSize(2000));
    }

    private static byte[] changed(byte[] mail, List<Change> changes) {
        var text = new StringBuilder(new String(mail, StandardCharsets.ISO_8859_1));
        for (var change : new ArrayList<>(changes)) {
            var at = (int) ((long) change.place() * text.length() / 10_000);
            text.replace(at, Math.min(text.length(), at + change.removed()), change.added());
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
