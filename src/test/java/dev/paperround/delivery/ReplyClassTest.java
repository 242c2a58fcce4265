package dev.paperround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyClassTest {
    @ParameterizedTest
    @CsvSource({
        "250, 250 2.0.0 queued, DOT, ACCEPTED",
        "451, 451 4.7.1 greylisted, RCPT, TEMPORARY",
        "452, 452 4.3.1 no space, MAIL, RELAY",
        "421, 421 4.3.2 closing, DOT, RELAY",
        "550, 550 5.1.1 nobody, RCPT, ADDRESS",
        "550, 550 5.2.1 disabled, DOT, ADDRESS",
        "550, 550 5.1.8 bad sender, RCPT, POLICY",
        "550, 550-5.7.26 unauthenticated, DOT, POLICY",
        "554, 554 5.7.1 relay access denied, RCPT, POLICY",
        "535, 535 5.7.8 wrong password, SESSION, AUTHENTICATION",
        "530, 530 5.7.0 authentication required, MAIL, AUTHENTICATION",
        "552, 552 5.3.4 too long, DOT, SIZE",
        "552, 552 mailbox or mail too large, DOT, SIZE",
        "552, 552 5.2.2 mailbox full, RCPT, OTHER",
        "554, 554 5.6.0 unreadable, DOT, OTHER",
        "550, 550 no such user here, RCPT, ADDRESS",
        "550, 550 relay not permitted, RCPT, POLICY",
        "550, 550 rejected, DOT, OTHER",
        "553, 553 that domain is not in my list, RCPT, OTHER",
        "500, 500 what, MAIL, OTHER"
    })
    void aReplyIsReadByItsEnhancedCodeElseByItsCodeAndStep(int code, String reply, Step step, ReplyClass about) {
        assertThat(ReplyClass.of(code, reply, step)).isEqualTo(about);
    }
}
