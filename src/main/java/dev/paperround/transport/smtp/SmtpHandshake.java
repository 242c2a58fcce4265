package dev.paperround.transport.smtp;

import com.hubspot.smtp.client.Extension;
import com.hubspot.smtp.client.SmtpClientResponse;
import com.hubspot.smtp.client.SmtpSession;
import com.hubspot.smtp.utils.SmtpResponses;
import dev.paperround.i18n.FailureMessages;
import dev.paperround.i18n.Failures;
import dev.paperround.i18n.Message;
import dev.paperround.transport.RelaySettings;
import io.netty.handler.codec.smtp.DefaultSmtpRequest;
import io.netty.handler.codec.smtp.SmtpCommand;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Prepares a connection for its first mail with EHLO, STARTTLS (RFC 3207) and AUTH (RFC 4954), as configured. */
final class SmtpHandshake {
    private final String variables;
    private final RelaySettings settings;
    private final Duration patience;

    SmtpHandshake(String variables, RelaySettings settings, Duration patience) {
        this.variables = variables;
        this.settings = settings;
        this.patience = patience;
    }

    void with(SmtpSession session) throws RelayTrouble {
        hello(session);
        secure(session);
        authenticate(session);
    }

    private void hello(SmtpSession session) throws RelayTrouble {
        reply("EHLO", session, session.send(new DefaultSmtpRequest(SmtpCommand.EHLO, OwnName.VALUE)));
    }

    private void secure(SmtpSession session) throws RelayTrouble {
        if (settings.tls().orElse(false)) {
            return;
        }
        var startTls = settings.startTls().toUpperCase(Locale.ROOT);
        var offered = session.getEhloResponse().isSupported(Extension.STARTTLS);
        if (startTls.equals("REQUIRED") && !offered) {
            throw noStartTls();
        }
        if (offered && !startTls.equals("DISABLED")) {
            reply("STARTTLS", session, session.startTls());
        }
    }

    private void authenticate(SmtpSession session) throws RelayTrouble {
        if (settings.username().isEmpty()) {
            return;
        }
        var user = settings.username().get();
        var password = settings.password()
                .orElseThrow(() ->
                        new RelayTrouble(Message.of(FailureMessages.class, say -> say.noPassword(variables)), true));
        var offers = session.getEhloResponse();
        if (offers.isAuthPlainSupported()) {
            reply("AUTH PLAIN", session, session.authPlain(user, password));
        } else if (offers.isAuthLoginSupported()) {
            reply("AUTH LOGIN", session, session.authLogin(user, password));
        } else {
            throw noAuth();
        }
    }

    RelayTrouble noStartTls() {
        return new RelayTrouble(Message.of(FailureMessages.class, say -> say.noStarttls(variables)), true);
    }

    RelayTrouble noAuth() {
        return new RelayTrouble(Message.of(FailureMessages.class, say -> say.noAuth()), true);
    }

    private void reply(String step, SmtpSession session, CompletableFuture<SmtpClientResponse> answer)
            throws RelayTrouble {
        judged(step, () -> SmtpReplies.await(session, answer, patience));
    }

    interface Waiting {
        SmtpClientResponse get() throws ExecutionException, TimeoutException, InterruptedException;
    }

    SmtpClientResponse judged(String step, Waiting answer) throws RelayTrouble {
        try {
            var response = answer.get();
            var refusal = response.getResponses().stream()
                    .filter(it -> it.code() < 200 || it.code() >= 300)
                    .findFirst();
            if (refusal.isPresent()) {
                throw refused(step, refusal.get().code(), SmtpResponses.toString(refusal.get()));
            }
            return response;
        } catch (ExecutionException e) {
            throw failed(step, RelayTrouble.root(e));
        } catch (TimeoutException e) {
            throw new RelayTrouble(Message.of(FailureMessages.class, say -> say.notInTime(step)), false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RelayTrouble(Message.of(FailureMessages.class, say -> say.interrupted(step)), false, e);
        }
    }

    RelayTrouble refused(String step, int code, String said) {
        return step.startsWith("AUTH") && code >= 500
                ? new RelayTrouble(
                        Message.of(FailureMessages.class, say -> say.relayRefusedLogin(step, said, variables)), true)
                : new RelayTrouble(Message.of(FailureMessages.class, say -> say.relayRefused(step, said)), false);
    }

    RelayTrouble failed(String step, Throwable cause) {
        return ofCertificate(cause)
                .map(certificate -> new RelayTrouble(
                        Message.of(
                                FailureMessages.class,
                                say -> say.certificate(settings.host(), variables, Failures.said(certificate))),
                        true,
                        cause))
                .orElseGet(() -> new RelayTrouble(
                        Message.of(FailureMessages.class, say -> say.relayFailed(step, Failures.said(cause))),
                        false,
                        cause));
    }

    private static Optional<Throwable> ofCertificate(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .filter(it -> it instanceof CertificateException || it instanceof SSLPeerUnverifiedException)
                .findFirst();
    }

    // Resolved only once, because a resolver that does not answer may take seconds.
    private static final class OwnName {
        static final String VALUE = lookUp();

        private static String lookUp() {
            try {
                var name = InetAddress.getLocalHost().getCanonicalHostName();
                return name.matches("[A-Za-z0-9.-]+") ? name : "localhost";
            } catch (UnknownHostException nameless) {
                return "localhost";
            }
        }
    }
}
