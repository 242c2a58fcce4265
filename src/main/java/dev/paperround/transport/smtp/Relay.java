package dev.paperround.transport.smtp;

import com.hubspot.smtp.client.Extension;
import com.hubspot.smtp.client.SmtpSession;
import com.hubspot.smtp.client.SmtpSessionConfig;
import com.hubspot.smtp.client.SmtpSessionFactory;
import com.hubspot.smtp.client.SmtpSessionFactoryConfig;
import dev.paperround.i18n.FailureMessages;
import dev.paperround.i18n.Failures;
import dev.paperround.i18n.Message;
import dev.paperround.mail.MailContent;
import dev.paperround.transport.CircuitBreaker;
import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.RelaySettings;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Opens SMTP connections (RFC 5321) to one relay; the injected instance uses the relay of {@code quarkus.mailer}. */
@Singleton
public class Relay {
    private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private final String variables;
    private final RelaySettings settings;
    private final Duration replyTimeout;
    private final NioEventLoopGroup eventLoop;
    private final ExecutorService connecting = Executors.newCachedThreadPool(new DefaultThreadFactory("connect", true));
    private final SmtpSessionFactory sessions;
    private final SmtpHandshake handshake;
    private final CircuitBreaker breaker;
    private final RefusalStreak refusals;
    private final Duration retryAfter;
    private final Clock clock;

    @Inject
    public Relay(RelaySettings settings, DeliverySettings delivery, Clock clock) {
        this("QUARKUS_MAILER_", settings, delivery.connections(), delivery, clock);
    }

    // variables is the prefix of the relay's settings, for error messages.
    public Relay(String variables, RelaySettings settings, int connections, DeliverySettings delivery, Clock clock) {
        this(variables, settings, connections, delivery.replyTimeout(), delivery.retryAfter(), clock);
    }

    private Relay(
            String variables,
            RelaySettings settings,
            int connections,
            Duration replyTimeout,
            Duration retryAfter,
            Clock clock) {
        this.variables = variables;
        this.settings = settings;
        this.eventLoop = new NioEventLoopGroup(1, new DefaultThreadFactory("relay", true));
        this.breaker = new CircuitBreaker(clock, connections, retryAfter);
        this.refusals = new RefusalStreak(breaker);
        this.retryAfter = retryAfter;
        this.clock = clock;
        this.replyTimeout = replyTimeout;
        this.handshake = new SmtpHandshake(variables, settings, commandTimeout());
        this.sessions = new SmtpSessionFactory(SmtpSessionFactoryConfig.builder()
                .eventLoopGroup(eventLoop)
                .executor(SmtpSessionFactoryConfig.DIRECT_EXECUTOR)
                .allocator(PooledByteBufAllocator.DEFAULT)
                .channelClass(NioSocketChannel.class)
                .sslEngineSupplier(this::tlsEngine)
                .build());
    }

    @PreDestroy
    public void stop() {
        connecting.shutdownNow();
        eventLoop.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    }

    public CircuitBreaker breaker() {
        return breaker;
    }

    public RefusalStreak refusals() {
        return refusals;
    }

    // Creates the same relay with its own timeout, connections and breaker; the caller must stop it.
    Relay apart(Duration patience) {
        return new Relay(variables, settings, 1, patience, retryAfter, clock);
    }

    String variables() {
        return variables;
    }

    RelaySettings settings() {
        return settings;
    }

    /** Returns the event loop that handles everything on a connection; nothing may block on it. */
    EventLoop loop() {
        return eventLoop.next();
    }

    public boolean askable() {
        return breaker.allowed() > 0;
    }

    public CompletableFuture<SmtpConnection> connection() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return connect();
                    } catch (RelayTrouble e) {
                        throw new CompletionException(e);
                    }
                },
                connecting);
    }

    public SmtpConnection connect() throws RelayTrouble {
        try {
            return open();
        } catch (RelayTrouble e) {
            report(e);
            throw e;
        } catch (RuntimeException e) {
            var trouble = new RelayTrouble(
                    Message.of(FailureMessages.class, say -> say.relayFailed("connect", Failures.said(e))), false, e);
            breaker.unreachable(trouble.told());
            throw trouble;
        }
    }

    /** Pauses the relay, which another client found unusable. */
    public void report(RelayTrouble trouble) {
        if (trouble.ofSettings) {
            breaker.refused(trouble.told());
        } else {
            breaker.unreachable(trouble.told());
        }
    }

    SmtpHandshake handshake() {
        return handshake;
    }

    private SmtpConnection open() throws RelayTrouble {
        var session = connected();
        try {
            handshake.with(session);
            return new SmtpConnection(session, loop(), commandTimeout(), replyTimeout);
        } catch (RelayTrouble | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private SmtpSession connected() throws RelayTrouble {
        return handshake
                .judged("connect", () -> sessions.connect(config())
                        .get(commandTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .getSession();
    }

    private SmtpSessionConfig config() {
        var tls = settings.tls().orElse(false);
        var port = settings.port().orElse(tls ? 465 : 587);
        var config = SmtpSessionConfig.builder()
                .remoteAddress(new InetSocketAddress(settings.host(), port))
                .initialResponseTimeout(
                        commandTimeout().compareTo(CONNECT_TIMEOUT) < 0 ? commandTimeout() : CONNECT_TIMEOUT)
                .readTimeout(replyTimeout)
                // The future of the reply reports the failure as well, so a debug line is enough.
                .exceptionHandler(failure -> Log.debugf("SMTP connection: %s", failure))
                // With chunking, the body leaves together with its envelope, so any failure would leave delivery in
                // doubt.
                .disabledExtensions(EnumSet.of(Extension.CHUNKING));
        var writer = new MailContent.Writer();
        return config.addFirstCustomHandlers(
                        tls
                                ? new ChannelHandler[] {new SslHandler(tlsEngine()), writer}
                                : new ChannelHandler[] {writer})
                .build();
    }

    private Duration commandTimeout() {
        return replyTimeout.compareTo(COMMAND_TIMEOUT) < 0 ? replyTimeout : COMMAND_TIMEOUT;
    }

    // The library's own engine checks the certificate chain, but not the host name.
    private SSLEngine tlsEngine() {
        try {
            var engine = SSLContext.getDefault()
                    .createSSLEngine(settings.host(), settings.port().orElse(-1));
            engine.setUseClientMode(true);
            var parameters = engine.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            engine.setSSLParameters(parameters);
            return engine;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("TLS is part of every Java", e);
        }
    }
}
