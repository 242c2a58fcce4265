package dev.paperround.transport.smtp;

// UNKNOWN means that only a returned mail reports the reply.
public enum ReplyPhase {
    CONNECT,
    HELLO,
    AUTH,
    MAIL,
    RCPT,
    DATA,
    DOT,
    UNKNOWN;

    boolean isBeforeRecipient() {
        return compareTo(RCPT) < 0;
    }
}
