package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.digest.rendering.DigestMail;
import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.DigestMessage;
import dev.paperround.mail.Envelope;
import dev.paperround.mail.MailFrom;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.testing.PlainDelivery;
import dev.paperround.testing.PlainRelay;
import dev.paperround.testing.WireTap;
import dev.paperround.transport.smtp.Relay;
import dev.paperround.transport.smtp.RelayTrouble;
import dev.paperround.transport.smtp.ReplyClass;
import dev.paperround.transport.smtp.SmtpConnection;
import dev.paperround.transport.smtp.SmtpResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** What strangers and papers hold, on its way through a real socket: never a line, a header or a recipient more. */
class SmtpInjectionTest {
    private static final Pattern HEADER = Pattern.compile("([A-Za-z-]+): [ -~\\x80-\\xff]*");
    private static final List<String> NAMES = List.of(
            "Message-ID",
            "Date",
            "From",
            "To",
            "Subject",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-Help",
            "Auto-Submitted",
            "X-Auto-Response-Suppress",
            "Precedence",
            "X-Paper-Round-Delivery",
            "MIME-Version",
            "Content-Type");
    private static WireTap tap;
    private static Relay relay;

    @BeforeContainer
    static void open() throws IOException {
        tap = new WireTap();
        relay = new Relay(new PlainRelay(tap.port()), new PlainDelivery(1, Duration.ofSeconds(10)), Clock.systemUTC());
    }

    @AfterContainer
    static void close() throws IOException {
        relay.stop();
        tap.close();
    }

    @Property(tries = 1000)
    void aMailHasTheHeadersMeantAndNoBareLineEnd(
            @ForAll("texts") String subject, @ForAll("texts") String name, @ForAll("texts") String text) {
        var bytes = mail(subject, name, text, "ada@example.org").bytes();

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).matches(SmtpInjectionTest::isClean);
        assertThat(headers(new String(bytes, StandardCharsets.ISO_8859_1))).isEqualTo(NAMES);
    }

    @Property(tries = 300)
    void whateverIsTakenForAnAddressIsOneRecipient(@ForAll("addresses") String typed, @ForAll("texts") String text)
            throws RelayTrouble {
        var address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            return;
        }
        var mail = mail(text, text, text, address.get().value());
        try (var connection = relay.connect()) {
            tap.commands();
            assertThat(send(connection, to(address.get().value()), mail).about())
                    .isEqualTo(ReplyClass.ACCEPTED);
        }
        assertThat(tap.commands())
                .filteredOn(it -> !it.equals("QUIT"))
                .allMatch(SmtpInjectionTest::isClean)
                .satisfiesExactly(
                        from -> assertThat(from).startsWith("MAIL FROM:<digest@example.org>"),
                        to -> assertThat(to).isEqualTo("RCPT TO:<" + onTheWire(address.get()) + ">"),
                        data -> assertThat(data).isEqualTo("DATA"));
        assertThat(tap.messages())
                .hasSize(1)
                .allMatch(SmtpInjectionTest::isClean)
                .allSatisfy(it -> {
                    assertThat(headers(it)).isEqualTo(NAMES);
                    assertThat(it).contains("\r\nTo: " + onTheWire(address.get()) + "\r\n");
                });
    }

    @Example
    void aRelayThatTakesNoOtherLettersIsNotAsked() throws RelayTrouble {
        tap.offer("HELP");
        try (var connection = relay.connect()) {
            tap.commands();
            var outcome = send(connection, to("ада@example.org"), mail("", "", "", "ада@example.org"));
            assertThat(outcome.about()).isEqualTo(ReplyClass.OTHER);
            assertThat(send(connection, to("ada@example.org"), mail("", "", "", "ada@example.org"))
                            .about())
                    .isEqualTo(ReplyClass.ACCEPTED);
        } finally {
            tap.offer("SMTPUTF8");
        }
        assertThat(tap.commands()).filteredOn(it -> it.startsWith("RCPT")).containsExactly("RCPT TO:<ada@example.org>");
        assertThat(tap.messages()).hasSize(1);
    }

    /** Should ever one slip past the validator. */
    @Property(tries = 200)
    void anAddressWithALineEndGoesNowhere(@ForAll("texts") String before, @ForAll("lineEnds") String lineEnd)
            throws RelayTrouble {
        try (var connection = relay.connect()) {
            tap.commands();
            var outcome =
                    send(connection, to(before + lineEnd + "RCPT TO:<eve@example.org>"), QuotedPrintableText.of("x\n"));
            assertThat(outcome.about()).isNotEqualTo(ReplyClass.ACCEPTED);
        }
        assertThat(tap.commands()).noneMatch(it -> it.startsWith("RCPT") || it.startsWith("DATA"));
    }

    private static SmtpResult send(SmtpConnection connection, Envelope envelope, QuotedPrintableText mail) {
        return connection
                .send(envelope, mail, CompletableFuture.completedFuture(true))
                .join();
    }

    private static Envelope to(String recipient) {
        return new Envelope("digest@example.org", recipient, "digest@example.org");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(60),
                Arbitraries.strings().ascii().ofMaxLength(120),
                Arbitraries.of(
                                "\r",
                                "\n",
                                "\r\n",
                                "\r\n.\r\n",
                                "Bcc: eve@example.org",
                                "\0",
                                "\u0085",
                                "\u2028",
                                "=?UTF-8?B?DQo=?=",
                                "RCPT TO:<eve@example.org>",
                                " ",
                                "\t",
                                "\"",
                                "\\",
                                "<",
                                ">",
                                ",",
                                "Ada",
                                "é",
                                "\uD83E\uDD80")
                        .list()
                        .ofMaxSize(12)
                        .map(it -> String.join("", it)));
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.oneOf(
                texts().map(it -> it + "@example.org"),
                texts().map(it -> "ada@" + it),
                Arbitraries.strings()
                        .withCharRange('а', 'я')
                        .withChars("é.\u0301")
                        .ofMinLength(1)
                        .ofMaxLength(8)
                        .map(it -> it + "@example.org"),
                Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(5).map(it -> "a" + it + "@example.org"),
                Arbitraries.strings()
                        .alpha()
                        .numeric()
                        .withChars("!#$%&'*+/=?^_`{|}~-")
                        .ofMinLength(1)
                        .ofMaxLength(64)
                        .map(it -> it + "@bücher.example"));
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\r\n", "\n", "\r", ">\r\n", ">\n", "@example.org>\r\n");
    }

    private static QuotedPrintableText mail(String subject, String name, String text, String to) {
        var envelope = new DigestMessage.Envelope(
                new MailFrom(name.replaceAll("[<>\r\n]", "") + " <digest@example.org>"),
                to,
                "1.abc@example.org",
                Instant.EPOCH,
                new DigestMessage.Unsubscribe("http://localhost/unsubscribe/x", "mailto:b+u-x@example.org"),
                "http://localhost/",
                Optional.of("X-Paper-Round-Delivery: x"));
        return DigestMessage.of(
                        new DigestMail(subject, QuotedPrintableText.of(text), QuotedPrintableText.of(text), 1),
                        envelope)
                .unsigned();
    }

    private static String onTheWire(EmailAddress address) {
        return new String(address.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static boolean isClean(String text) {
        return !text.replace("\r\n", "").matches("(?s).*[\r\n\0].*");
    }

    private static List<String> headers(String message) {
        var head = message.substring(0, message.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]", " ");
        return List.of(head.split("\r\n")).stream()
                .map(line -> {
                    var header = HEADER.matcher(line);
                    assertThat(header.matches()).as(line).isTrue();
                    return header.group(1);
                })
                .toList();
    }
}
