package dev.paperround.startup;

/** Aborts the startup. The message is the one line the operator reads: what is wrong and what would be right. */
public final class StartupFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public StartupFailure(String line) {
        super(line);
    }

    public StartupFailure(String line, Throwable cause) {
        super(line, cause);
    }
}
