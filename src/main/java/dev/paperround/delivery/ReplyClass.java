package dev.paperround.delivery;

import java.util.regex.Pattern;

/** What a reply is about (RFC 3463 where it says so, else RFC 5321), and so what is to be done. */
enum ReplyClass {
    ACCEPTED,
    /** This mail, for now. */
    TEMPORARY,
    /** The relay, for now: whoever comes next would hear the same. */
    RELAY,
    /** The mailbox does not exist or takes nothing any more. */
    ADDRESS,
    POLICY,
    AUTHENTICATION,
    SIZE,
    /** Refused for good, and nobody is to be suppressed for it. */
    OTHER,
    /** The connection was lost, or never was, before the body had begun. */
    NOT_SENT,
    /** The connection was lost after the body had begun and before the reply. */
    UNKNOWN,
    /** Kept back by the ledger at the last moment. */
    WITHHELD;

    private static final Pattern ENHANCED = Pattern.compile("^(?:\\d{3}[ -])?\\s*[245]\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    private static final Pattern POLICY_WORDS =
            Pattern.compile("relay|polic|spam|block|denied|authenticat|reputation", Pattern.CASE_INSENSITIVE);

    static ReplyClass of(int code, String reply, Step step) {
        if (code >= 200 && code < 300) {
            return ACCEPTED;
        }
        if (code == 421 || code >= 400 && code < 500 && (step == Step.SESSION || step == Step.MAIL)) {
            return RELAY;
        }
        if (code < 500) {
            return TEMPORARY;
        }
        var enhanced = ENHANCED.matcher(reply);
        return enhanced.find()
                ? permanent(Integer.parseInt(enhanced.group(1)), Integer.parseInt(enhanced.group(2)), code)
                : permanent(code, reply, step);
    }

    private static ReplyClass permanent(int subject, int detail, int code) {
        if (code == 530 || code == 534 || code == 535 || code == 538) {
            return AUTHENTICATION;
        }
        return switch (subject) {
            case 1 -> detail == 7 || detail == 8 ? POLICY : ADDRESS;
            case 2 -> detail == 1 ? ADDRESS : detail == 3 ? SIZE : OTHER;
            case 3 -> detail == 4 ? SIZE : OTHER;
            case 7 -> detail == 8 || detail == 9 || detail == 11 ? AUTHENTICATION : POLICY;
            default -> OTHER;
        };
    }

    /** Without an enhanced code 550 is all that is left to tell a missing mailbox from a relay that refuses us. */
    private static ReplyClass permanent(int code, String reply, Step step) {
        return switch (code) {
            case 530, 534, 535, 538 -> AUTHENTICATION;
            case 552 -> SIZE;
            case 550 -> POLICY_WORDS.matcher(reply).find() ? POLICY : step == Step.RCPT ? ADDRESS : OTHER;
            default -> OTHER;
        };
    }

    boolean isTroubleOfTheRelay() {
        return this == RELAY || this == NOT_SENT || this == UNKNOWN;
    }
}
