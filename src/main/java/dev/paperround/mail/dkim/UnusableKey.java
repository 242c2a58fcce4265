package dev.paperround.mail.dkim;

/** The message says which key would be usable, as the end of a sentence. */
public final class UnusableKey extends Exception {
    private static final long serialVersionUID = 1;

    UnusableKey(String wanted) {
        super(wanted);
    }

    UnusableKey(String wanted, Throwable cause) {
        super(wanted, cause);
    }
}
