package dev.paperround.transport.smtp;

import dev.paperround.i18n.Message;
import dev.paperround.transport.Attempt;
import dev.paperround.transport.OutgoingMessage;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.Transport;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportSession;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/** Carries digests to one relay. */
public final class SmtpTransport implements Transport {
    private final Relay relay;
    private final RateLimiter rate;
    private final ReplyCounters replies;

    SmtpTransport(Relay relay, RateLimiter rate, ReplyCounters replies) {
        this.relay = relay;
        this.rate = rate;
        this.replies = replies;
    }

    Relay relay() {
        return relay;
    }

    @Override
    public Class<? extends OutgoingMessage> carries() {
        return OutgoingMail.class;
    }

    @Override
    public ScheduledExecutorService thread() {
        return relay.loop();
    }

    @Override
    public CompletableFuture<TransportSession> open() {
        return relay.connection().thenApply(Session::new);
    }

    @Override
    public int sessionsAllowed() {
        return relay.breaker().allowed();
    }

    @Override
    public boolean isProbing() {
        return relay.breaker().isTrying();
    }

    @Override
    public Optional<Message> trouble() {
        return relay.breaker().trouble();
    }

    @Override
    public void probeNow() {
        relay.breaker().tryNow();
    }

    @Override
    public RateLimiter rate() {
        return rate;
    }

    // A reply can change what earlier ones meant, so it is compared with them before anyone acts on it.
    private TransportResult heard(Attempt attempt, OutgoingMail mail, SmtpResult result) {
        var told = new RefusalStreak.Attempt(
                attempt.delivery(), mail.envelope().to(), attempt.refusedAt(), () -> attempt.reopen()
                        .accept(result.aboutUs().inGeneral()));
        var heard = relay.refusals().heard(told, result);
        heard.reopened().forEach(Runnable::run);
        replies.count(heard.outcome());
        return heard.outcome().inGeneral();
    }

    private final class Session implements TransportSession {
        private final SmtpConnection connection;

        Session(SmtpConnection connection) {
            this.connection = connection;
        }

        @Override
        public boolean isUsable() {
            return connection.usable();
        }

        @Override
        public boolean idleFor(Duration time) {
            return connection.idleFor(time);
        }

        @Override
        public CompletableFuture<TransportResult> send(Attempt attempt, CompletableFuture<Boolean> mayLeave) {
            var mail = (OutgoingMail) attempt.message();
            return connection
                    .send(mail.envelope(), mail.text(), mayLeave)
                    .thenApply(result -> heard(attempt, mail, result));
        }

        @Override
        public void close() {
            connection.close();
        }
    }
}
