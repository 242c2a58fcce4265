package dev.paperround;

/** The message is the one line the operator reads: what is wrong and what would be right. */
final class CannotStart extends Exception {
    private static final long serialVersionUID = 1L;

    CannotStart(String line) {
        super(line);
    }

    CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}
