package dev.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.Answers;
import dev.paperround.EmptyHouse;
import dev.paperround.bounce.message.BounceKind;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail systems send back, each in its own words, and what is made of it. */
@QuarkusTest
class BounceFormatsTest extends EmptyHouse {
    @Inject
    Returns returns;

    @ParameterizedTest
    @CsvSource({
        "postfix-unknown-user, HARD, 5.1.1",
        "postfix-mailbox-full, SOFT, 5.2.2",
        "postfix-delayed, DELAYED, 4.4.1",
        "postfix-relayed, RELAYED, 2.0.0",
        "postfix-host-not-found, HARD, 5.4.4",
        "postfix-expired, SOFT, 4.4.1",
        "postfix-policy, POLICY, 5.7.1",
        "postfix-too-large, POLICY, 5.3.4",
        "postfix-sender-refused, POLICY, 5.1.8",
        "postfix-address-in-capitals, HARD, 5.1.1",
        "postfix-with-envelope-line, HARD, 5.1.1",
        "postfix-cut-short, HARD, 5.1.1",
        "exim-with-report, HARD, 5.1.1",
        "exim-without-enhanced-code, HARD, 5.0.0",
        "exim-old-text, HARD, 5.1.1",
        "exim-old-text-delayed, DELAYED, 4.7.1",
        "sendmail-unknown-user, HARD, 5.1.1",
        "sendmail-expanded, EXPANDED, 2.1.5",
        "exchange-on-premises, HARD, 5.1.1",
        "exchange-online, HARD, 5.1.10",
        "exchange-online-no-such-domain, HARD, 5.4.310",
        "outlook-com, HARD, 5.5.0",
        "gmail-unknown-user, HARD, 5.1.1",
        "gmail-over-quota, SOFT, 5.2.2",
        "gmail-inactive, HARD, 5.2.1",
        "gmail-unauthenticated, POLICY, 5.7.26",
        "yahoo-report, HARD, 5.0.0",
        "yahoo-old-text, HARD,",
        "qmail-no-mailbox, HARD, 5.1.1",
        "qmail-remote-host, SOFT, 5.2.2",
        "eight-bit, HARD, 5.1.1",
        "utf8-address, HARD, 5.1.1",
        "utf8-address-encoded, HARD, 5.1.6",
        "forwarded-by-a-colleague, HARD, 5.1.1",
        "double-bounce, HARD, 5.1.1",
        "without-status, SOFT,",
        "without-action, HARD, 5.1.1",
        "without-action-temporary, DELAYED, 4.1.1",
        "without-blank-line, HARD, 5.1.1",
        "several-recipients, DELAYED, 4.2.2",
        "list-with-one-dead-member, RELAYED, 2.0.0",
        "forwarding-to-a-dead-mailbox, HARD, 5.1.1",
        "status-in-base64, HARD, 5.1.1",
        "numbers-in-the-text, DELAYED, 4.2.0",
        "arf-yahoo, COMPLAINT,",
        "arf-fastmail, COMPLAINT,",
        "arf-microsoft, COMPLAINT,",
        "jmrp-forwarded-mail, COMPLAINT,",
        "arf-redacted, COMPLAINT,",
        "arf-without-recipient, COMPLAINT,",
        "arf-opt-out, COMPLAINT,",
        "arf-not-spam, NOT_SPAM,",
        "arf-auth-failure, OTHER,",
        "dma-mailbox-full, SOFT, 4.2.2",
        "opensmtpd-no-mailbox, HARD, 5.1.1",
        "zoho-rejected, HARD, 5.1.1",
        "domino-not-listed, HARD,",
        "exchange-2003-text, HARD, 5.1.1",
        "exchange-french-quota, SOFT,",
        "gmail-old-temporary, DELAYED, 5.1.1",
        "yahoo-japan, HARD,",
        "smartermail-quota, SOFT, 5.2.2",
        "hmailserver-blocked, POLICY, 5.7.1",
        "courier-unknown, HARD,",
        "sendmail-text-only, HARD, 5.1.1",
        "groupwise-full, SOFT,",
        "imail-unknown, HARD,",
        "mdaemon-session, HARD, 5.1.1",
        "mercury-german, HARD,",
        "xmail-network, SOFT,",
        "communigate-unknown, HARD,",
        "kerio-spanish, SOFT,",
        "russian-unknown, HARD,",
        "chinese-full, SOFT,",
        "polish-nothing-more, SOFT,",
        "italian-unknown, HARD,",
        "portuguese-full, SOFT,",
        "dutch-unknown, HARD,",
        "html-only, HARD, 5.1.1",
        "report-as-text, SOFT, 5.2.2",
        "sendmail-own-code, POLICY, 5.7.1",
        "sendmail-own-code-without, POLICY,",
        "reply-names-our-sender, POLICY, 5.1.0",
        "exchange-access-denied, HARD, 5.4.1",
        "our-daily-limit, POLICY, 5.1.90",
        "reason-in-the-text, HARD,",
        "odd-action, SOFT, 4.4.7",
        "boundary-changed, HARD, 5.1.1",
        "receipt-of-delivery, DELIVERED, 2.1.5",
    })
    void isUnderstoodAndActedUpon(String fixture, BounceKind kind, String status) {
        var sent = returns.send(fixture + "@reader.example");
        var suppresses = kind == BounceKind.HARD || kind == BounceKind.COMPLAINT;

        assertThat(answer(fixture, sent))
                .containsEntry("kind", kind.name())
                .containsEntry("status", status)
                .containsEntry("email", sent.email())
                .containsEntry("result", suppresses ? "suppressed" : "recorded");

        assertThat(house.stateOf(sent.email())).isEqualTo(suppresses ? "SUPPRESSED" : "ACTIVE");
        assertThat(house.deliveries(sent.email()).get(0).get("state")).isEqualTo(kind.failed ? "rejected" : "sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"moderator-note", "challenge", "phish", "vacation"})
    void changesNothingWhereItIsNoBounce(String fixture) {
        var sent = returns.send(fixture + "@reader.example");

        assertThat(answer(fixture, sent)).containsEntry("verdict", "IGNORED");

        assertThat(house.stateOf(sent.email())).isEqualTo("ACTIVE");
        assertThat(house.deliveries(sent.email()).get(0).get("state")).isEqualTo("sent");
    }

    @ParameterizedTest
    @CsvSource({
        "postfix-unknown-user", "exim-old-text", "exchange-on-premises", "qmail-no-mailbox", "forwarded-by-a-colleague",
        "double-bounce", "arf-yahoo", "arf-redacted", "arf-without-recipient", "jmrp-forwarded-mail",
    })
    void changesNothingWhenItIsForged(String fixture) {
        var sent = returns.send("forged-" + fixture + "@reader.example");
        var forged = new Returns.Sent(
                sent.email(),
                sent.delivery(),
                other(sent.verp(), sent.verp().indexOf('@') - 1),
                other(sent.messageId(), sent.messageId().indexOf('@') - 1),
                other(sent.unsubscribe(), sent.unsubscribe().length() - 3));

        assertThat(answer(fixture, forged))
                .containsEntry("result", "ignored")
                .containsEntry("delivery", null)
                .containsEntry("email", null);

        assertThat(house.stateOf(sent.email())).isEqualTo("ACTIVE");
        assertThat(house.deliveries(sent.email()).get(0).get("state")).isEqualTo("sent");
    }

    private Map<String, Object> answer(String fixture, Returns.Sent sent) {
        return Answers.object(returns.post(Returns.mail(fixture, sent)).statusCode(200));
    }

    private static String other(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == 'a' ? 'b' : 'a') + text.substring(at + 1);
    }
}
