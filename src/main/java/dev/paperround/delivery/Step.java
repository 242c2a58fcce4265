package dev.paperround.delivery;

import dev.paperround.transport.ReplyPhase;
import io.netty.handler.codec.smtp.SmtpCommand;

/** How far a mail had come in its conversation. */
enum Step {
    SESSION(ReplyPhase.HELLO),
    MAIL(ReplyPhase.MAIL),
    RCPT(ReplyPhase.RCPT),
    DATA(ReplyPhase.DATA),
    DOT(ReplyPhase.DOT);

    final ReplyPhase phase;

    Step(ReplyPhase phase) {
        this.phase = phase;
    }

    static Step of(SmtpCommand command) {
        return command.equals(SmtpCommand.MAIL)
                ? MAIL
                : command.equals(SmtpCommand.RCPT) ? RCPT : command.equals(SmtpCommand.DATA) ? DATA : SESSION;
    }
}
