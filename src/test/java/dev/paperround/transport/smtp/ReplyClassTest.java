package dev.paperround.transport.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.mail.Envelope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyClassTest {
    private static final Envelope ENVELOPE =
            new Envelope("b+1@round.example", "ada@post.example", "digest@round.example");

    @ParameterizedTest
    @CsvSource({
        "250, 250 2.0.0 queued, DOT, ACCEPTED",
        "451, 451 4.7.1 greylisted, RCPT, TEMPORARY",
        "452, 452 4.3.1 no space, MAIL, RELAY",
        "421, 421 4.3.2 closing, DOT, RELAY",
        "450, 450 4.1.1 user unknown for now, RCPT, TEMPORARY",
        "454, 454 4.7.0 daily message quota exceeded, DOT, SENDER",
        "550, 550 5.1.1 nobody, RCPT, ADDRESS",
        "550, 550 5.1.0 digest@round.example is refused, RCPT, SENDER",
        "554, 554 5.7.1 not for ada@post.example, RCPT, OTHER",
        "535, 535 5.7.8 wrong password, AUTH, AUTHENTICATION",
        "530, 530 5.7.0 authentication required, MAIL, AUTHENTICATION",
        "552, 552 5.3.4 too long, DOT, SIZE",
        "552, 552 5.2.2 mailbox full, RCPT, OTHER",
        "554, 554 5.6.0 unreadable, DOT, UNSPECIFIC",
        "550, 550 rejected, DOT, UNSPECIFIC",
        "500, 500 what, MAIL, MAIL_FROM"
    })
    void aReplyTellsTheLedgerWhatToDo(int code, String reply, SmtpPhase step, ReplyClass about) {
        assertThat(ReplyClass.of(code, reply, step, ENVELOPE)).isEqualTo(about);
    }
}
