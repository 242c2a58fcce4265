package dev.paperround.transport.smtp;

import static dev.paperround.transport.TransportResult.readable;
import static dev.paperround.transport.TransportResult.storable;

import dev.paperround.i18n.Failures;
import dev.paperround.i18n.Message;
import dev.paperround.mail.Envelope;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportResult.Phase;
import java.util.Objects;

/** Holds the result of sending one mail: the relay's reply or, if there was none, the error. */
public record SmtpResult(ReplyClass about, Integer code, String reply, boolean bodyBegun) {
    public static SmtpResult replied(int code, String reply, SmtpPhase step, Envelope envelope) {
        return new SmtpResult(ReplyClass.of(code, reply, step, envelope), code, readable(reply), step == SmtpPhase.DOT);
    }

    static SmtpResult lost(boolean bodyBegun, Throwable cause) {
        var about = bodyBegun ? ReplyClass.UNKNOWN : ReplyClass.NOT_SENT;
        return new SmtpResult(about, null, storable(Failures.said(cause)), bodyBegun);
    }

    static SmtpResult tooLarge(Message why) {
        return new SmtpResult(ReplyClass.SIZE, null, storable(why), false);
    }

    static SmtpResult withheld() {
        return new SmtpResult(ReplyClass.WITHHELD, null, null, false);
    }

    // Used once several recipients in a row got the same reply.
    SmtpResult aboutUs() {
        return new SmtpResult(ReplyClass.SENDER, code, reply, bodyBegun);
    }

    public Message said() {
        return Message.read(Objects.requireNonNullElse(reply, ""));
    }

    public TransportResult inGeneral() {
        return new TransportResult(about.verdict, bodyBegun ? Phase.MESSAGE : Phase.BEFORE_MESSAGE, code, reply);
    }
}
