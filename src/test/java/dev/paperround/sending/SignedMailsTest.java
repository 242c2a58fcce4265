package dev.paperround.sending;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.testing.DkimKeys;
import dev.paperround.testing.DkimVerifier;
import dev.paperround.testing.ScriptedRelay.Received;
import dev.paperround.testing.ScriptedRelay.Step;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.Headers;
import org.junit.jupiter.api.Test;

/** DKIM signatures, as a receiver sees them. */
@QuarkusTest
@TestProfile(ToARelay.class)
class SignedMailsTest extends RelayFaults {
    private static final String EVE = "eve@engine.example";
    private static final String[] BOTH_KEYS = {DkimKeys.RSA, DkimKeys.ED25519};

    @Test
    void aDigestIsSignedWithEachKey() throws Exception {
        send();

        var mail = received(ADA).get(0);
        assertThat(valid(mail)).containsExactlyInAnyOrder(BOTH_KEYS);
        assertThat(byJames(mail)).isEqualTo("rsa-sha256 of localhost by rsa1");
        assertThat(mail.lines().takeWhile(it -> !it.startsWith("Message-ID")))
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    @Test
    void soAreConfirmationLinkAndGoodbye() {
        house.signUp(Map.of("email", EVE, "filters", List.of(Map.of("query", "moss"))))
                .statusCode(202);
        given().contentType("application/json")
                .body(Map.of("email", BOB))
                .post("/api/subscription/link")
                .then()
                .statusCode(202);
        send();
        var unsubscribe = received(ADA).get(0).replaceAll("(?s).*List-Unsubscribe: <https?://[^/]+([^>]+)>.*", "$1");
        given().contentType("application/x-www-form-urlencoded")
                .post(unsubscribe + "?goodbye=yes")
                .then()
                .statusCode(200);
        house.sendLetters();

        for (var letter : List.of(
                received(EVE).get(0), received(BOB).get(1), received(ADA).get(1))) {
            assertThat(letter).doesNotContain("List-Unsubscribe: ");
            assertThat(valid(letter)).containsExactlyInAnyOrder(BOTH_KEYS);
        }
    }

    @Test
    void whatIsChangedOrAddedOnTheWayBreaksTheSignature() {
        send();
        var mail = received(ADA).get(0);

        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(
                it -> it.replace("List-Unsubscribe: <", "List-Unsubscribe: <https://evil.example/?"),
                it -> it.replace("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", ""),
                it -> it.replaceFirst("Subject: ", "Subject: Re: "),
                it -> "From: Mallory <digest@localhost>\r\n" + it,
                it -> "Reply-To: mallory@evil.example\r\n" + it,
                it -> it.replaceFirst("\r\n\r\n", "\r\nSubject: Urgent\r\n\r\n"),
                it -> it.replace("study of moss", "study of loss"),
                it -> it + "More.\r\n")) {
            var changed = change.apply(mail);
            assertThat(changed).isNotEqualTo(mail);
            assertThat(valid(changed)).isEmpty();
        }
    }

    @Test
    void whatRelaysDoToHeadersBreaksNothing() {
        send();
        var mail = received(ADA).get(0);

        var changed = "Received: by scripted.example\r\n"
                + mail.replaceFirst("\r\nTo: ", "\r\nTO:\r\n\t ").replaceFirst("; boundary", ";\r\n boundary");

        assertThat(valid(changed)).containsExactlyInAnyOrder(BOTH_KEYS);
    }

    @Test
    void eachAttemptIsTheSameBytes() {
        relay.answer(Step.DOT, ADA, "451 4.7.1 come back");
        send();
        relay.answer(Step.DOT, ADA, "250 2.0.0 queued");
        later(Duration.ofMinutes(5));

        assertThat(received(ADA)).hasSize(2).allSatisfy(it -> assertThat(it)
                .isEqualTo(received(ADA).get(0)));
        assertThat(valid(received(ADA).get(1))).containsExactlyInAnyOrder(BOTH_KEYS);
    }

    @Test
    void aPreviewIsNotSigned() {
        var preview = house.admin()
                .accept("message/rfc822")
                .queryParam("email", ADA)
                .queryParam("day", DAY)
                .get("/api/admin/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(preview).startsWith("Message-ID: ").doesNotContain("DKIM-Signature");
    }

    private static List<String> received(String recipient) {
        return relay.received(recipient).stream()
                .map(Received::message)
                .map(it -> it.replace("\n", "\r\n"))
                .toList();
    }

    private static List<String> valid(String mail) {
        return DkimVerifier.valid(mail, DkimKeys::record);
    }

    /** Which knows no Ed25519, and lets the one of RSA do. */
    private static String byJames(String mail) throws Exception {
        var verifier = new DKIMVerifier((methods, selector, domain) -> List.of(DkimKeys.record(selector.toString())));
        var end = mail.indexOf("\r\n\r\n");
        var body = mail.substring(end + 4).getBytes(StandardCharsets.US_ASCII);
        var found = verifier.verify(new Head(mail.substring(0, end)), new ByteArrayInputStream(body));
        assertThat(found).hasSize(1);
        var record = found.get(0);
        return record.getHashKeyType() + "-" + record.getHashMethod() + " of " + record.getDToken() + " by "
                + record.getSelector();
    }

    /** The library's own reading of mails wants another mime4j than ours. */
    private record Head(String text) implements Headers {
        @Override
        public List<String> getFields() {
            return List.of(text.split("\r\n(?![ \t])"));
        }

        @Override
        public List<String> getFields(String name) {
            return getFields().stream()
                    .filter(it -> it.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .toList();
        }
    }
}
