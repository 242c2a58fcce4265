package dev.paperround.transport.smtp;

import io.netty.handler.codec.smtp.SmtpCommand;

// UNKNOWN means that only a returned mail reports the reply.
public enum SmtpPhase {
    CONNECT,
    HELLO,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    DOT,
    UNKNOWN;

    static SmtpPhase of(SmtpCommand command) {
        return command.equals(SmtpCommand.MAIL)
                ? MAIL
                : command.equals(SmtpCommand.RCPT) ? RCPT : command.equals(SmtpCommand.DATA) ? DATA : HELLO;
    }

    boolean isBeforeRecipient() {
        return compareTo(RCPT) < 0;
    }
}
