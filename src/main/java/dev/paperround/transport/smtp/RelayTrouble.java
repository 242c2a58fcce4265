package dev.paperround.transport.smtp;

import com.hubspot.smtp.client.ResponseException;
import dev.paperround.i18n.Failures;
import dev.paperround.i18n.Message;
import io.netty.handler.codec.DecoderException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Signals that the relay cannot be used at all: nothing was sent and no recipient was refused. */
public final class RelayTrouble extends Exception implements Failures.Told {
    private static final long serialVersionUID = 1;

    // True if waiting does not help, as with a wrong password or an invalid certificate.
    final boolean ofSettings;

    private final transient Message told;

    public RelayTrouble(Message told, boolean ofSettings) {
        this(told, ofSettings, null);
    }

    public RelayTrouble(Message told, boolean ofSettings, Throwable cause) {
        super(told.toString(), cause);
        this.told = told;
        this.ofSettings = ofSettings;
    }

    @Override
    public Message told() {
        return told;
    }

    static Throwable root(Throwable failure) {
        var cause = failure;
        while (onlyWraps(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean onlyWraps(Throwable failure) {
        return failure instanceof CompletionException
                || failure instanceof ExecutionException
                || failure instanceof ResponseException
                || failure instanceof DecoderException;
    }
}
