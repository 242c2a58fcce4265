package dev.paperround.i18n;

import java.util.Optional;

public enum OperatorSentence implements MessageKey {
    // Sign-in
    SIGN_IN("Sign in to see this page."),
    SIGN_IN_AGAIN("The session has ended or there was none, and nothing was changed. Sign in and send the form again."),
    NO_TOKEN(
            "This is no token that holds. It is one made at /admin/tokens, or the value of PAPERROUND_ADMIN_TOKEN; where that is not set, the program made one and named its file in the log at its first start."),
    TOO_MANY_TOKENS("Too many wrong tokens were tried. Try again in %s seconds."),
    SCOPE_TOO_SMALL("Your token has the scope %s, and this needs %s. Nothing was changed."),
    ANOTHER_SITE(
            "This request came from a page of another site, and nothing was changed. Open %s/admin and do it there."),

    // Tokens
    TOKEN_NAME("A name has 1 to 60 characters; it tells in the audit who acted."),
    TOKEN_NAME_OF_OTHERS(
            "So the audit names the token of the settings, or somebody of the OpenID provider; choose another."),
    TOKEN_SCOPE("The scope is read, send or manage."),
    TOKEN_DAYS("A token holds 1 to 3650 days, or for ever when left out."),
    TOKEN_TAKEN("There is a token of that name already; choose another, or revoke that one first."),
    TOKEN_REVOKED("The token %s is revoked."),
    NO_SUCH_TOKEN("No token that holds has the number %s."),

    // Input
    NO_ADDRESS("“%s” is not an e-mail address."),
    NO_ADDRESS_SUCH_AS("“%s” is not an e-mail address such as ada@example.org."),
    GIVE_A_DAY("Give a day such as 2026-11-20."),
    NO_DAY("“%s” is not a date such as 2026-11-20."),
    DAY_TOO_FAR("“%s” is too far away; a day lies between %s and a year from now."),
    NO_FLAG("“%s” is neither true nor false."),
    NO_WHOLE_NUMBER("“%s” is not a whole number."),
    OUT_OF_RANGE("“%s” is out of range; it must be from %s to %s."),
    NO_STATE("“%s” is none of PENDING, ACTIVE, UNSUBSCRIBED and SUPPRESSED."),
    PASTE_PAPERS("Paste a page or a JSON array, or choose a file that holds one."),
    PASTE_LIST("Paste a list or choose a file that holds one."),
    PASTE_MAIL("Paste a mail with its headers or choose a file that holds one."),
    NOTHING_TAKEN("Nothing was taken in. %s"),

    // Sends
    SAY_WHO("Say who gets the mail: all, or the addresses you name."),
    NAME_ONE("Name at least one address, such as ada@example.org."),
    FORM_USED(
            "This form has already started another send, and nothing new was started. If you want this one as well, press the button again."),
    NO_SEND("No send has the id “%s”."),
    NO_MAIL_TO_SHOW(
            "There is no mail to show: of the first %s whom this send is for, nobody is subscribed and has a paper to get that is new to them."),
    NOBODY_SUBSCRIBED("Nobody is subscribed as %s."),
    NO_MAIL("There would be no mail. %s"),
    LESS_THAN_A_MINUTE("less than a minute left"),
    A_MINUTE("about a minute left"),
    MINUTES_LEFT("about %s minutes left"),
    HOURS_LEFT("about %s hours left"),
    PAUSED_BY_OPERATOR("Paused by an operator."),
    PAUSED_ALREADY("This send is paused already."),
    DONE_NOT_PAUSED("This send is done; there is nothing left to pause."),
    CANCELLED_NOT_PAUSED("This send was cancelled; there is nothing left to pause."),
    NOT_PAUSED("This send is not paused."),
    IS_DONE("This send is done."),
    CANCELLED_START_ANOTHER("This send was cancelled; start another one."),
    DONE_NOT_CANCELLED("This send is done; its mails cannot be called back."),
    CANCELLED_BEFORE("This send was cancelled before."),
    HELD_BACK(
            "This database sends for “%1$s”, and this program is “%2$s”: it may be a copy, so nothing leaves until an operator accepts it on /admin, or PAPERROUND_ENVIRONMENT names %1$s."),
    RESTORED(
            "This database was restored from a backup, or moved: what was sent after the backup it does not know, so nothing leaves until an operator accepts it on /admin."),
    MAY_HAVE_LEFT_BEFORE("Restored from a backup: it may have left before."),
    STOPPED_ON_ITS_WAY("The program stopped while the mail was on its way."),
    RELAY_REFUSES_US("The relay takes no mail from us for now. It said: %s"),

    // Relays
    NO_STARTTLS("The relay offers no STARTTLS, and %sSTART_TLS requires it."),
    NO_PASSWORD("%1$sUSERNAME is set and %1$sPASSWORD is not; set both or neither."),
    NO_AUTH("The relay offers neither AUTH PLAIN nor AUTH LOGIN, but a username is set."),
    NOT_IN_TIME("The relay did not answer %s in time."),
    INTERRUPTED("Interrupted at %s."),
    RELAY_REFUSED("The relay refused %s: %s"),
    LOGIN_REFUSED("The relay refused %1$s: %2$s (it must take %3$sUSERNAME with %3$sPASSWORD)"),
    CERTIFICATE(
            "The relay's certificate must be for %s, as %sHOST says, and from an authority that this Java trusts; it is not: %s"),
    RELAY_FAILED("The relay failed at %s: %s"),

    // Lists
    COLUMNS_MISSING("The first line must name the columns %s; missing: %s."),
    COLUMNS("The first line must name the columns %s. %s"),
    SUPPRESSION_COLUMNS(
            "The first line must name the columns: email,reason (the reason may be left out), or those of the export."),
    SUPPRESSION_COLUMNS_BUT(
            "The first line must name the columns: email,reason (the reason may be left out), or those of the export. %s"),
    NOT_UTF_8("This line is not UTF-8. Save the list as “CSV UTF-8” and send it again."),
    COLUMN_TWICE("The column “%s” is there twice."),
    NO_CSV("This line is not readable as CSV: a quote is not closed, or something follows one that is."),
    NO_FILTERS("“%s” is not a JSON list of filters such as [{\"name\":\"…\",\"query\":\"…\"}]."),
    FILTERS_DISAGREE("this line says something else in the column queries. Change both columns, or leave one empty."),
    CELLS("This line has %s cells, the header has %s."),
    IN_COLUMN("%s: %s"),
    ONLY_ACTIVE("only those who are ACTIVE can be imported, and this one is %s."),
    NO_NUMBER("“%s” is not a number."),
    ERASED_SINCE(
            "%s was erased after this list was written; without the column created_at the line says that they consented anew."),
    IS_SUPPRESSED("%s is suppressed: %s. Only they can come back, by confirming, or an operator lifts it."),
    HAS_GONE("%s has unsubscribed or is suppressed; only they can come back."),
    NO_REASON("“%s” is none of HARD_BOUNCE, SOFT_BOUNCES, COMPLAINT and OPERATOR."),
    GIVE_AN_ADDRESS("Give the address of the subscriber to erase."),
    TICK_THE_BOX("Tick the box as well: what is erased does not come back."),
    NOBODY_KNOWN("Nobody is known by the address “%s”."),
    NO_MORE_MAIL("%s gets no more mail."),
    LIFTED("The suppression of %s is lifted."),
    NOT_SUPPRESSED("“%s” is not suppressed."),

    // Bounces
    MAIL_TOO_LONG("The mail is too long; a bounce may have %s bytes."),
    NOT_A_MAIL(
            "This is no mail: it should begin with header lines such as “From: …” and “Content-Type: …” (RFC 5322)."),
    NOT_A_BOUNCE(
            "This mail is neither a bounce nor a complaint (RFC 5965), and nothing in it was signed by this program: no envelope sender b+…@…, no Message-ID and no header of a digest."),
    AUTO_REPLY("An automatic reply, not a bounce."),
    ERASED_MEANWHILE("The subscriber was erased since."),
    NOT_SIGNED("Nothing in it was signed by this program: it is forged, or about a mail of somebody else."),
    REPORTED_BEFORE("The same was reported of this mail before."),
    CONFIRMED_SINCE("The subscriber has confirmed since that mail was sent."),
    BY_POLICY("The mail was refused by a policy, which is not the address's fault."),
    NOTHING_TO_DO("Nothing to act upon: %s."),
    SOFT_DAYS("Soft bounces on %s of %s days in a row."),
    REFUSALS_HELD(
            "Suddenly too many addresses of this domain are refused: nobody of it is suppressed before an operator has decided."),
    HELD_SUPPRESSED("Suppressed %s addresses at %s."),
    HELD_LET_GO("%s addresses at %s go on getting mail."),
    NOT_HELD("No address at “%s” waits for a decision."),
    SUPPRESSED_FOR("Suppressed: %s."),
    NOT_SPAM("not spam"),
    SOMETHING_ELSE("something else"),
    DELIVERED("delivered"),
    RELAYED("relayed"),
    EXPANDED("expanded"),
    DELAYED("delayed"),
    REFUSED_BY_POLICY("refused by policy"),
    SOFT_BOUNCE("soft bounce"),
    HARD_BOUNCE("hard bounce"),
    COMPLAINT("complaint"),
    UNSUBSCRIBED("unsubscribed by mail"),
    NOT_UNDERSTOOD("not understood"),
    UNSUBSCRIBED_BY_MAIL("Unsubscribed: their mail program asked for it."),
    KEPT_UNREAD("It is about a mail of this program, but what it says was not understood; it is kept for you to read."),
    NO_SUCH_BOUNCE("Nothing came back under the number %s, or its text is no longer kept."),
    NO_VERDICT("“%s” is none of HARD, SOFT, POLICY, COMPLAINT, UNSUBSCRIBE, IGNORED and UNREAD."),
    NO_SUCH_MAILBOX("its mail system said that there is no such mailbox"),
    CAME_BACK("mail to it came back on several days in a row"),
    REPORTED_AS_SPAM("its owner reported a mail as spam"),
    BY_AN_OPERATOR("an operator suppressed it"),

    // Local mailbox
    NO_SUCH_MAIL("The local mailbox has no mail %s."),
    INBOX_CLOSED(
            "The local mailbox is only shown on the machine itself; PAPERROUND_INBOX_OPEN=true opens it to everyone who reaches the program."),
    NO_MAILBOX("Mails leave through an SMTP relay; there is no local mailbox."),

    // Subjects of audit entries
    ON_PAPERS("papers of %s"),
    ON_PAPER("paper %s"),
    ON_INGEST("ingest %s"),
    ON_PAUSE("pause send %s"),
    ON_RESUME("resume send %s"),
    ON_CANCEL("cancel send %s"),
    ON_SEND("send %s"),
    ON_SEND_OF_DAY("send %s, digest of %s"),
    ON_DRY_RUN("send %s, digest of %s, dry run"),
    ON_DELIVERY("delivery %s as %s");

    private static final Translations TRANSLATIONS = new Translations("operator_");

    private final String english;

    OperatorSentence(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public Optional<String> translated(Language language) {
        return TRANSLATIONS.of(this, language);
    }
}
