package dev.paperround.transport.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTableTest {
    private static final Set<String> OURS = Set.of("b+k3@round.example", "digest@round.example");

    private static SmtpReply reply(String text, SmtpPhase phase) {
        return SmtpReply.read(text, phase, it -> OURS.contains(it.toLowerCase(Locale.ROOT)));
    }

    private static void assertVerdict(String text, SmtpPhase phase, ReplyVerdict verdict) {
        assertThat(ReplyTable.judge(reply(text, phase))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 nobody of that name",
                "550 5.1.1 <ada@post.example>: Recipient address rejected: User unknown in virtual mailbox table",
                "550-5.1.1 The account that you tried to reach does not exist. Please check the spelling.",
                "550 5.1.2 no such host",
                "553 5.1.3 malformed address",
                "550 5.1.6 moved, and left no address",
                "550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by address lookup",
                "550 5.1.351 Remote server returned unknown recipient or mailbox unavailable",
                "550 5.0.350 Remote server returned an error -> 550 5.1.1 unknown user",
                "550 5.1.1 <ada@post.example>: user unknown (sent by b+k3@round.example)",
                "550 5.1.0 unknown user",
                "550 5.1.0 <ada@post.example> address is refused",
                "550 5.2.1 The account of that reader is disabled",
                "550 5.2.1 this mailbox is inactive",
                "550 5.4.1 Recipient address rejected: Access denied. [AM4]",
                "550 5.4.4 host not found",
                "550 5.4.310 DNS domain post.example does not exist",
                "550 5.5.0 Requested action not taken: mailbox unavailable (S7)",
                "550 No such user here",
                "550 no such recipient",
                "550 user unknown",
                "550 Unknown user ada",
                "550 mailbox unavailable",
                "550 Requested action not taken: mailbox not found",
                "550 Invalid Recipient - https://help.example/550",
                "550 ada@post.example does not exist",
                "550 Unrouteable address",
                "550 sorry, no mailbox here by that name",
                "550 account has been deactivated",
                "551 user not local; please try another address",
                "553 that user doesn't have an account here",
                "554 delivery error: This user doesn't have a post.example account",
                "554 delivery error: Sorry. This account has been disabled.",
                "550 ada no longer works here",
                "550 not our customer",
                "550 User ada not listed in the directory",
                "550 Benutzer unbekannt",
                "550 Empf??nger existiert nicht",
                "550 Das Postfach ist nicht vorhanden",
                "550 Utilisateur inconnu",
                "550 Cette adresse n'existe pas",
                "550 Usuario desconocido",
                "550 El buzón no existe",
                "550 Utente sconosciuto",
                "550 La casella non esiste",
                "550 Destinatário desconhecido",
                "550 Gebruiker onbekend",
                "550 Użytkownik nieznany",
                "550 Пользователь не найден",
                "550 用户不存在",
                "550 宛先が見つかりません",
                "550 존재하지 않는 사용자입니다",
            })
    void thereIsNoSuchMailbox(String text) {
        assertVerdict(text, SmtpPhase.RCPT, ReplyVerdict.HARD);
        assertVerdict(text, SmtpPhase.UNKNOWN, ReplyVerdict.HARD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "450 4.2.0 greylisted",
                "451 4.7.1 Greylisting in action, tuple of b+k3@round.example, try again in 300 seconds",
                "450 4.1.1 user unknown, for now",
                "451 4.3.0 try later",
                "452 4.2.2 mailbox full",
                "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents more",
                "550 5.2.1 The user is receiving mail too quickly",
                "550 5.2.1 mail for this person is arriving at too high a rate",
                "552 5.2.2 that mailbox is full",
                "552 5.2.2 das Postfach fasst nichts mehr",
                "552 mailbox over quota",
                "550 mailbox is full",
                "550 user has exceeded storage allocation",
                "552 Requested mail action aborted: exceeded storage allocation",
                "550 Переполнен ящик",
                "554 5.4.1 connection timed out",
                "554 5.4.7 delivery time expired",
                "554 5.4.6 too many hops",
                "554 5.3.0 something went wrong",
                "550 something",
            })
    void itIsTheMailboxForNow(String text) {
        assertVerdict(text, SmtpPhase.RCPT, ReplyVerdict.SOFT);
        assertVerdict(text, SmtpPhase.UNKNOWN, ReplyVerdict.SOFT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "554 5.7.1 not wanted",
                "554 5.7.1 permanent failure for one or more recipients",
                "550 5.7.1 <ada@post.example>: Recipient address rejected: Access denied",
                "550 5.7.1 delivery not authorized, message refused",
                "554 5.7.1 this message looks like spam",
                "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; sign in first",
                "550 5.7.124 not on the list of this group",
                "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required",
                "550 5.7.1 only members may write to this list",
                "550 this group does not accept mail from outside",
                "550 5.7.1 blocked by the recipient",
                "554 5.7.0 content refused",
                "552 5.3.4 message too large",
                "552 5.2.3 message exceeds what this mailbox takes",
                "554 5.6.0 unreadable",
                "554 rejected as spam",
                "554 refused by policy",
                "550 5.5.4 bad parameters",
            })
    void oneRecipientDoesNotWantTheMail(String text) {
        assertVerdict(text, SmtpPhase.DOT, ReplyVerdict.POLICY_RECIPIENT);
        assertVerdict(text, SmtpPhase.UNKNOWN, ReplyVerdict.POLICY_RECIPIENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.0 <b+k3@round.example> sender rejected",
                "550 5.1.0 digest@round.example: Sender address rejected",
                "550 5.1.0 address refused",
                "553 5.1.7 bad sender address",
                "553 5.1.8 Domain of sender address does not resolve",
                "550 5.1.90 the daily limit of recipients is used up",
                "550 5.4.5 Daily sending quota exceeded",
                "554 5.7.1 daily limit reached",
                "550 Daily message quota exceeded",
                "454 4.7.0 Throttling failure: Maximum sending rate exceeded.",
                "550 You have exceeded the hourly limit",
                "554 Message rejected: Email address is not verified. The following identities failed the check: x",
                "550 The from address does not match a verified Sender Identity.",
                "550 Domain sandbox7.example is not allowed to send: free accounts are for tests only",
                "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
                "554 5.7.1 <ada@post.example>: Relay access denied",
                "550 relaying denied",
                "554 5.7.1 Unable to relay for ada@post.example",
                "550 5.7.54 cannot relay to a domain that is not accepted",
                "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
                "550 sender rejected",
                "550 Sender verify failed",
                "550 Absender wurde abgelehnt",
                "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.example",
                "554 blocked using spamhaus",
                "550 5.7.1 192.0.2.25 is on the list of hosts we do not talk to",
                "550 5.7.1 poor reputation of the sending address",
                "550 5.7.25 no PTR record",
                "550 5.7.26 unauthenticated mail",
                "550 5.7.29 not over TLS",
                "550 5.7.509 does not pass DMARC",
                "550 5.7.515 Access denied, the domain does not meet the required level",
                "550 5.7.606 Access denied, banned sending IP",
                "550 5.7.708 traffic not accepted from this address",
                "550 5.7.1 SPF check failed",
                "550 5.7.23 SPF validation failed",
                "550 5.7.20 no passing DKIM signature",
                "530 5.7.0 Must issue a STARTTLS command first",
                "530 5.5.1 Authentication required",
                "535 5.7.8 bad credentials",
                "534 5.7.9 application-specific password required",
                "534 5.7.14 log in with a browser first",
                "538 5.7.11 encryption required",
                "550 5.7.1 digest@round.example may not do this",
                "454 4.7.1 <ada@post.example>: Relay access denied",
                "450 4.1.8 <b+k3@round.example>: Sender address rejected: Domain not found",
                "550 your account is over its plan",
            })
    void itIsAboutUs(String text) {
        assertVerdict(text, SmtpPhase.RCPT, ReplyVerdict.POLICY_SENDER);
        assertVerdict(text, SmtpPhase.UNKNOWN, ReplyVerdict.POLICY_SENDER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 no",
                "550 5.1.1 no such user",
                "554 5.7.1 refused",
                "452 4.3.1 no space",
                "501 5.5.4 bad syntax",
            })
    void whateverIsSaidBeforeThereIsARecipientIsAboutUs(String text) {
        assertVerdict(text, SmtpPhase.MAIL, ReplyVerdict.POLICY_SENDER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 nobody | true",
                "552 5.2.2 full | true",
                "554 5.7.1 <ada@post.example> refused | true",
                "550 5.7.133 members only | true",
                "554 5.7.1 the recipient takes no such mail | true",
                "554 5.7.1 not wanted | false",
                "550 no | false",
                "554 rejected as spam | false",
                "451 4.3.0 try later | false",
                "550 5.4.5 daily limit | false",
            })
    void aReplyTellsWhetherItIsAboutOneMailbox(String text, boolean expected) {
        assertThat(ReplyTable.speaksOfAMailbox(reply(text, SmtpPhase.DOT))).isEqualTo(expected);
    }
}
