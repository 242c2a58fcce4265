package dev.paperround.transport.smtp;

import dev.paperround.i18n.FailureMessages;
import dev.paperround.i18n.Message;
import dev.paperround.mail.Envelope;
import io.netty.handler.ssl.NotSslRecordException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Judges the failures of the mail client behind Quarkus Mailer, of which only the first words of a message tell the phase. */
public final class MailClientFailures {
    private static final Map<String, SmtpPhase> PHASES = Map.of(
            "sender address not accepted", SmtpPhase.MAIL,
            "recipient address not accepted", SmtpPhase.RCPT,
            "DATA command not accepted", SmtpPhase.DATA,
            "sending data failed", SmtpPhase.DOT);
    private static final Map<String, String> COMMANDS =
            Map.of("got error response", "connect", "HELO failed.", "EHLO", "reset command failed", "RSET");

    private final SmtpHandshake relay;

    public MailClientFailures(Relay relay) {
        this.relay = relay.handshake();
    }

    public SmtpResult judge(Throwable failure, Envelope envelope) throws RelayTrouble {
        var cause = RelayTrouble.root(failure);
        if (cause instanceof NotAccepted known) {
            return known.result();
        }
        if (cause instanceof RelayTrouble trouble) {
            throw trouble;
        }
        if (cause instanceof SMTPException refusal) {
            return refused(refusal, envelope);
        }
        var message = String.valueOf(cause.getMessage());
        if (message.startsWith("STARTTLS required")) {
            throw relay.noStartTls();
        }
        if (message.startsWith("login is required, but no allowed")) {
            throw relay.noAuth();
        }
        if (message.startsWith("message exceeds")) {
            return SmtpResult.tooLarge(Message.of(FailureMessages.class, FailureMessages::mailLargerThanTaken));
        }
        if (isBeforeTheMail(cause)) {
            throw relay.failed("connect", cause);
        }
        if (cause instanceof RuntimeException ours && !isOfTheConnection(ours)) {
            throw ours;
        }
        return inDoubt(cause);
    }

    private SmtpResult refused(SMTPException refusal, Envelope envelope) throws RelayTrouble {
        var words = refusal.getMessage().split(": ", 2)[0];
        var reply = reply(refusal.getReplyMessages());
        var phase = PHASES.get(words);
        if (phase == null) {
            throw relay.refused(
                    COMMANDS.getOrDefault(words, words.replace(" failed", "")), refusal.getReplyCode(), reply);
        }
        return SmtpResult.replied(refusal.getReplyCode(), reply, phase, envelope);
    }

    private static String reply(List<String> lines) {
        var rest = lines.stream().skip(1).map(it -> it.replaceFirst("^\\d{3}[ -]", ""));
        return lines.get(0).replaceFirst("^(\\d{3})-", "$1 ")
                + rest.map(it -> " " + it).collect(Collectors.joining());
    }

    private static boolean isBeforeTheMail(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SocketException
                        && String.valueOf(cause.getMessage()).contains("unreachable")
                || cause instanceof SSLHandshakeException
                || cause instanceof SSLPeerUnverifiedException
                || cause instanceof NotSslRecordException;
    }

    private static boolean isOfTheConnection(RuntimeException cause) {
        return cause instanceof TimeoutException || cause instanceof VertxException;
    }

    // The client does not tell whether the body had begun when the connection was lost, so the mail may have been sent.
    private static SmtpResult inDoubt(Throwable cause) {
        return SmtpResult.lost(
                true,
                cause instanceof TimeoutException
                        ? new SocketTimeoutException()
                        : cause instanceof IOException ? cause : new ClosedChannelException());
    }
}
