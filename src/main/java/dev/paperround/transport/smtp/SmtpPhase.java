package dev.paperround.transport.smtp;

import io.netty.handler.codec.smtp.SmtpCommand;

public enum SmtpPhase {
    SESSION(ReplyPhase.HELLO),
    MAIL(ReplyPhase.MAIL),
    RCPT(ReplyPhase.RCPT),
    DATA(ReplyPhase.DATA),
    DOT(ReplyPhase.DOT);

    final ReplyPhase phase;

    SmtpPhase(ReplyPhase phase) {
        this.phase = phase;
    }

    static SmtpPhase of(SmtpCommand command) {
        return command.equals(SmtpCommand.MAIL)
                ? MAIL
                : command.equals(SmtpCommand.RCPT) ? RCPT : command.equals(SmtpCommand.DATA) ? DATA : SESSION;
    }
}
