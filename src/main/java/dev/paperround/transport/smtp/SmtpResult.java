package dev.paperround.transport.smtp;

import dev.paperround.i18n.Failures;
import dev.paperround.mail.Envelope;

/** Holds the result of sending one mail: the relay's reply or, if there was none, the error. */
public record SmtpResult(ReplyClass about, Integer code, String reply, boolean bodyBegun) {
    public static final String NOT_STORABLE = "The database refused to keep what the relay said.";

    private static final int LONGEST = 1000;

    public static SmtpResult replied(int code, String reply, SmtpPhase step, Envelope envelope) {
        return new SmtpResult(ReplyClass.of(code, reply, step, envelope), code, readable(reply), step == SmtpPhase.DOT);
    }

    public static SmtpResult lost(boolean bodyBegun, Throwable cause) {
        var about = bodyBegun ? ReplyClass.UNKNOWN : ReplyClass.NOT_SENT;
        return new SmtpResult(about, null, readable(Failures.toPrograms(cause)), bodyBegun);
    }

    static SmtpResult tooLarge(String why) {
        return new SmtpResult(ReplyClass.SIZE, null, why, false);
    }

    public static SmtpResult notWritten(Throwable cause) {
        return new SmtpResult(
                ReplyClass.TEMPORARY,
                null,
                readable("The mail could not be written: " + Failures.toPrograms(cause)),
                false);
    }

    static SmtpResult withheld() {
        return new SmtpResult(ReplyClass.WITHHELD, null, null, false);
    }

    // Used once several recipients in a row got the same reply.
    public SmtpResult aboutUs() {
        return new SmtpResult(ReplyClass.SENDER, code, reply, bodyBegun);
    }

    // Foreign text may contain anything, and PostgreSQL rejects NUL.
    private static String readable(String text) {
        var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
