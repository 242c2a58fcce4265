package dev.paperround.transport.smtp;

/** How far a mail had come in its conversation; unknown where only a returned mail tells of it. */
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
