package dev.paperround.delivery;

import io.netty.handler.codec.smtp.SmtpCommand;

/** How far a mail had come in its conversation. */
enum Step {
    SESSION,
    MAIL,
    RCPT,
    DATA,
    DOT;

    static Step of(SmtpCommand command) {
        return command.equals(SmtpCommand.MAIL)
                ? MAIL
                : command.equals(SmtpCommand.RCPT) ? RCPT : command.equals(SmtpCommand.DATA) ? DATA : SESSION;
    }
}
