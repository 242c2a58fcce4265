package dev.paperround.transport.smtp;

/** Carries the result of a mail that the relay did not take through the asynchronous code of a mailer. */
public final class NotAccepted extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SmtpResult result;

    public NotAccepted(SmtpResult result) {
        super(result.reply(), null, false, false);
        this.result = result;
    }

    SmtpResult result() {
        return result;
    }
}
