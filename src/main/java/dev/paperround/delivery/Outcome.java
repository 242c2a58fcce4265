package dev.paperround.delivery;

import dev.paperround.language.Failures;

/** What a relay made of one mail: its reply where there was one, else what went wrong. */
record Outcome(ReplyClass about, Integer code, String reply, boolean bodyBegun) {
    static final String NOT_STORABLE = "The database refused to keep what the relay said.";

    private static final int LONGEST = 1000;

    static Outcome replied(int code, String reply, Step step, Envelope envelope) {
        return new Outcome(ReplyClass.of(code, reply, step, envelope), code, readable(reply), step == Step.DOT);
    }

    static Outcome lost(boolean bodyBegun, Throwable cause) {
        var about = bodyBegun ? ReplyClass.UNKNOWN : ReplyClass.NOT_SENT;
        return new Outcome(about, null, readable(Failures.toPrograms(cause)), bodyBegun);
    }

    static Outcome tooLarge(String why) {
        return new Outcome(ReplyClass.SIZE, null, why, false);
    }

    static Outcome notWritten(Throwable cause) {
        return new Outcome(
                ReplyClass.TEMPORARY,
                null,
                readable("The mail could not be written: " + Failures.toPrograms(cause)),
                false);
    }

    static Outcome withheld() {
        return new Outcome(ReplyClass.WITHHELD, null, null, false);
    }

    /** Several in a row have heard it. */
    Outcome aboutUs() {
        return new Outcome(ReplyClass.SENDER, code, reply, bodyBegun);
    }

    /** What comes from outside may hold anything, and PostgreSQL takes no NUL. */
    private static String readable(String text) {
        var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
