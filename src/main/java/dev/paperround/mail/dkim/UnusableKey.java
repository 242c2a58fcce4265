package dev.paperround.mail.dkim;

/** Says in its message which key would be usable, phrased as the end of a sentence. */
public final class UnusableKey extends Exception {
    private static final long serialVersionUID = 1;

    UnusableKey(String wanted) {
        super(wanted);
    }

    UnusableKey(String wanted, Throwable cause) {
        super(wanted, cause);
    }
}
