package dev.paperround.i18n;

import java.util.Optional;

public enum DoctorSentence implements MessageKey {
    // Settings
    LINKS_TO_THIS_MACHINE("Links in mails lead to %s, which each reader's browser looks for on its own machine."),
    SET_BASE_URL("Set PAPERROUND_BASE_URL to the address that readers reach."),
    LINKS_WILL_DO("Links lead to %s; that will do while all mail stays on this machine."),
    LINKS_LEAD("Links lead to %s."),
    LINKS_WITHOUT_TLS("Links lead to %s without TLS: whoever is on the way can read and use them."),
    PUT_TLS_IN_FRONT("Put a proxy with TLS in front, and set PAPERROUND_BASE_URL to https://%s."),
    MAILS_COME("Mails come from %s."),
    NOBODY_KNOWS_DOMAIN("Mails come from %s, a domain that nobody outside knows; most are refused for it."),
    SET_MAIL_FROM("Set PAPERROUND_MAIL_FROM to an address at a domain of yours."),
    MAILS_WILL_DO("Mails come from %s; that will do while they stay on this machine."),
    SECRET_LONG("The secret that signs links is long enough."),
    SECRET_SHORT("The secret that signs links has only %s characters."),
    SET_SECRET("Put a longer one in front of it in PAPERROUND_SECRET, such as openssl rand -hex 32 makes."),
    TOKEN_LONG("The admin token is long enough."),
    TOKEN_SHORT("The admin token has only %s characters, and may do everything."),
    SET_TOKEN("Set PAPERROUND_ADMIN_TOKEN to a longer one, such as openssl rand -hex 32 makes."),

    // Relays
    NOTHING_HELD_BACK("It keeps no mail back."),
    ACCEPT_HERE("If no other installation sends these mails: POST /api/admin/fence/accept, or the button on /admin."),
    NO_MAIL_LEAVES(
            "No mail leaves by %1$s until this is mended. Look at %2$sHOST, _PORT, _USERNAME, _PASSWORD, _START_TLS and _TLS, and at firewalls on the way."),
    ANSWERS_TLS("Answers at %s, over TLS."),
    ANSWERS_TLS_LOGIN("Answers at %s, over TLS, and takes the login."),
    ANSWERS_PLAIN("Answers at %s, without TLS."),
    ANSWERS_PLAIN_LOGIN("Answers at %s, without TLS, and takes the login."),
    READ_ON_THE_WAY("Whoever is on the way can read every mail and use the links in it."),
    REQUIRE_TLS("Set %sSTART_TLS=REQUIRED, with a relay that offers it."),
    PASSWORD_IN_CLEAR(
            "The password is sent in the clear when the relay, or somebody in its place, offers no STARTTLS."),
    REQUIRE_TLS_OR_TLS("Set %1$sSTART_TLS=REQUIRED, or %1$sTLS=true."),
    PASSWORD_SAFE("The password does not leave in the clear."),
    NO_PASSWORD("None is set."),

    // Mailbox
    MAILBOX_ANSWERS("The mailbox for returned mail answers at %s, and takes the login."),
    MAILBOX_FAILS("Returned mail cannot be collected from %s: %s."),
    MEND_MAILBOX(
            "Look at PAPERROUND_BOUNCES_IMAP_HOST, _PORT, _USERNAME, _PASSWORD, _TLS and _FOLDER, and at firewalls on the way."),

    // Database
    TIME_AGREED("This machine and the database agree on the time."),
    TIME_APART("This machine and the database are %s seconds apart."),
    KEEP_TIME("Let both keep time by NTP; digests leave at this machine's hour, leases end by the database's."),
    SCHEMA("The schema is at version %s, as this program wants it."),
    SCHEMA_BEHIND("%s migrations of this program have not been applied."),
    RESTART("Restart it: it migrates before it answers, and the log says what keeps it from that."),
    NO_PAPERS("No papers have been asked for or taken in yet."),
    WAIT_FOR_PAPERS("Wait for the first poll, or hand some in on /admin/papers."),
    SEE_PAPERS("See /admin/papers for what each source answered, and whether this machine may reach them."),
    INGEST_FAILED("The last ingest, from %s, failed: %s"),
    INGEST_AT("The last ingest, from %s, was at %s."),
    NOTHING_SINCE("The newest papers of %s are of %s."),
    NO_INGEST_FOR("Nothing has been taken in for %s hours."),

    // Background work
    DUTY_PLANNING("Planning the digests that are due"),
    DUTY_PLANNING_SENDS("Planning sends by hand"),
    DUTY_SENDING("Sending digests"),
    DUTY_RECORDING("Recording what is sent"),
    DUTY_POSTING("Bringing what was recorded to the deliveries"),
    DUTY_SINGLE_MAILS("Mailing confirmations and links"),
    DUTY_POLLING("Asking the sources of papers"),
    DUTY_COLLECTING_BOUNCES("Collecting returned mail"),
    DUTY_MEASURING("Measuring what waits"),
    DUTY_SILENT("%s has stopped: there was no sign of it for %s minutes."),
    DUTY_FAILING("%s has failed for %s minutes: %s."),
    DUTIES_DONE("Planning, sending, recording and polling go on."),
    RESTART_IT("Restart the program; its log says what it did last."),
    SEE_LOG("The log says more."),
    NOT_RECORDED("%s results of mails could not be recorded since the start; they will be unknown after the next one."),
    ALL_RECORDED("Every result has been recorded."),
    NO_OLD_TRANSACTION("No transaction has been open for long."),
    OLD_TRANSACTION(
            "A transaction has been open for %s minutes (process %s, user %s, %s): what was deleted or changed since cannot be cleaned up, and the tables grow."),
    END_TRANSACTION("End it where it was begun, or with select pg_terminate_backend(%s)."),

    // DNS
    DKIM("The relay signs, under a name only it knows: look for dkim=pass in the head of a mail you got."),
    DKIM_FOUND("%s has the key that signs here."),
    DKIM_SHORT("%s has the key that signs here, which is of %s bits only; large providers ask for 2048."),
    LONGER_DKIM("Make another, as deploy/OPERATIONS.md, “DKIM, signed here”, shows."),
    NO_DKIM("%s has no key, so that nobody can check what is signed here."),
    MANY_DKIM("%s has %s records, of which receivers may take any."),
    OTHER_DKIM("%s has another key than the one that signs here, so that no signature holds."),
    PUBLISH_DKIM("Publish one TXT record at %s: \"%s\"."),
    NOT_PUBLIC("No public DNS knows %s."),
    NO_RESOLVER("No resolver told of %s: %s"),
    NO_SPF("%s does not say who may send for it."),
    PUBLISH_SPF("Publish a TXT record that begins with v=spf1 and names the relay."),
    MANY_SPF("%s has %s SPF records, which receivers take for an error."),
    MAKE_ONE("Make one of them."),
    SPF_FOR_ALL("%s lets everybody send for it: %s"),
    END_SPF("End it with ~all or -all."),
    FOUND("%s: %s"),
    NO_DMARC("%s does not say what to do with mails that are not its own; large providers ask for that."),
    PUBLISH_DMARC("Publish a TXT record at _dmarc.%s that begins with v=DMARC1, at first with p=none."),
    SEE_OPERATIONS("deploy/OPERATIONS.md, “DNS for the sender”, shows one."),
    BOUNCES_COME("Bounces come back to b+…@%s, one address for each mail."),
    BOUNCES_OFF(
            "PAPERROUND_BOUNCES_DOMAIN is off: bounces come back to the sender's own address at %s, and one that returns nothing of the mail cannot be told whose it is; relays that write a Message-ID of their own make that worse."),
    SET_BOUNCES_DOMAIN(
            "If the relay takes other envelope senders, set PAPERROUND_BOUNCES_DOMAIN to a domain that receives mail; else let the relay return whole headers, and hand on what comes to the sender's address."),
    NO_MX("Nobody takes mail for %s, to which bounces come back."),
    PUBLISH_MX("Publish an MX record and hand on what comes, or set PAPERROUND_BOUNCES_DOMAIN to a domain with one."),
    NOTHING_IMPROBABLE("No domain is suddenly refusing its addresses."),
    IMPROBABLE_REFUSALS(
            "These domains took mail lately and suddenly refuse many addresses as unknown, so nobody there is suppressed yet: %s."),
    DECIDE_HELD("Decide on /admin/suppressions whether to suppress those addresses.");

    private static final Translations TRANSLATIONS = new Translations("doctor_");

    private final String english;

    DoctorSentence(String english) {
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
