package dev.paperround.transport.smtp;

import static dev.paperround.transport.TransportResult.readable;

import dev.paperround.i18n.Failures;
import dev.paperround.mail.Envelope;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportResult.Phase;

/** Holds the result of sending one mail: the relay's reply or, if there was none, the error. */
public record SmtpResult(ReplyClass about, Integer code, String reply, boolean bodyBegun) {
    public static SmtpResult replied(int code, String reply, SmtpPhase step, Envelope envelope) {
        return new SmtpResult(ReplyClass.of(code, reply, step, envelope), code, readable(reply), step == SmtpPhase.DOT);
    }

    static SmtpResult lost(boolean bodyBegun, Throwable cause) {
        var about = bodyBegun ? ReplyClass.UNKNOWN : ReplyClass.NOT_SENT;
        return new SmtpResult(about, null, readable(Failures.toPrograms(cause)), bodyBegun);
    }

    static SmtpResult tooLarge(String why) {
        return new SmtpResult(ReplyClass.SIZE, null, why, false);
    }

    static SmtpResult withheld() {
        return new SmtpResult(ReplyClass.WITHHELD, null, null, false);
    }

    // Used once several recipients in a row got the same reply.
    SmtpResult aboutUs() {
        return new SmtpResult(ReplyClass.SENDER, code, reply, bodyBegun);
    }

    public TransportResult inGeneral() {
        return new TransportResult(about.verdict, bodyBegun ? Phase.MESSAGE : Phase.BEFORE_MESSAGE, code, reply);
    }
}
