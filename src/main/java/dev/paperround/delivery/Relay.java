package dev.paperround.delivery;

import com.hubspot.smtp.client.Extension;
import com.hubspot.smtp.client.SmtpClientResponse;
import com.hubspot.smtp.client.SmtpSession;
import com.hubspot.smtp.client.SmtpSessionConfig;
import com.hubspot.smtp.client.SmtpSessionFactory;
import com.hubspot.smtp.client.SmtpSessionFactoryConfig;
import com.hubspot.smtp.utils.SmtpResponses;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.smtp.DefaultSmtpRequest;
import io.netty.handler.codec.smtp.SmtpCommand;
import io.netty.handler.codec.smtp.SmtpResponse;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Opens SMTP connections (RFC 5321) to one relay: where it is injected, to the one of {@code quarkus.mailer}. */
@Singleton
class Relay {
    private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private final String variables;
    private final RelaySettings settings;
    private final Duration replyTimeout;
    private final NioEventLoopGroup eventLoop;
    private final ExecutorService connecting = Executors.newCachedThreadPool(new DefaultThreadFactory("connect", true));
    private final SmtpSessionFactory sessions;
    private final Breaker breaker;
    private final Clock clock;

    @Inject
    Relay(RelaySettings settings, DeliverySettings delivery, Clock clock) {
        this("QUARKUS_MAILER_", settings, delivery.connections(), delivery.replyTimeout(), clock);
    }

    /** {@code variables}: what the names of its settings begin with. */
    Relay(String variables, RelaySettings settings, int connections, Duration replyTimeout, Clock clock) {
        this.variables = variables;
        this.settings = settings;
        this.eventLoop = new NioEventLoopGroup(1, new DefaultThreadFactory("relay", true));
        this.breaker = new Breaker(clock, connections);
        this.clock = clock;
        this.replyTimeout = replyTimeout;
        this.sessions = new SmtpSessionFactory(SmtpSessionFactoryConfig.builder()
                .eventLoopGroup(eventLoop)
                .executor(SmtpSessionFactoryConfig.DIRECT_EXECUTOR)
                .allocator(PooledByteBufAllocator.DEFAULT)
                .channelClass(NioSocketChannel.class)
                .sslEngineSupplier(this::tlsEngine)
                .build());
    }

    @PreDestroy
    void stop() {
        connecting.shutdownNow();
        eventLoop.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    }

    Breaker breaker() {
        return breaker;
    }

    /** The same relay with patience, connections and a breaker of its own; whoever asked stops it. */
    Relay apart(Duration patience) {
        return new Relay(variables, settings, 1, patience, clock);
    }

    String variables() {
        return variables;
    }

    RelaySettings settings() {
        return settings;
    }

    /** Where everything of a connection happens; nothing may block there. */
    EventLoop loop() {
        return eventLoop.next();
    }

    /** Whether it is worth asking: after failures the relay is left alone for some seconds. */
    boolean askable() {
        return breaker.allowed() > 0;
    }

    CompletableFuture<RelayConnection> connection() {
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

    RelayConnection connect() throws RelayTrouble {
        try {
            return open();
        } catch (RelayTrouble e) {
            breaker.unreachable(e.getMessage());
            throw e;
        }
    }

    private RelayConnection open() throws RelayTrouble {
        var session = connected();
        try {
            hello(session);
            secure(session);
            authenticate(session);
            return new RelayConnection(session, loop(), commandTimeout(), replyTimeout);
        } catch (RelayTrouble e) {
            session.close();
            throw e;
        }
    }

    private SmtpSession connected() throws RelayTrouble {
        return judged("connect", () -> sessions.connect(config())
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
                // Whoever waits for a reply is told by the reply's future; here it would only be told again.
                .exceptionHandler(failure -> Log.debugf("SMTP connection: %s", failure))
                // A body that leaves in the same write as its envelope would be in doubt from the first byte on.
                .disabledExtensions(EnumSet.of(Extension.CHUNKING));
        return tls
                ? config.addFirstCustomHandlers(new ChannelHandler[] {new SslHandler(tlsEngine())})
                        .build()
                : config.build();
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
            throw new RelayTrouble("The relay offers no STARTTLS, and " + variables + "START_TLS requires it.", true);
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
                .orElseThrow(() -> new RelayTrouble(
                        variables + "USERNAME is set and " + variables + "PASSWORD is not; set both or neither.",
                        true));
        var offers = session.getEhloResponse();
        if (offers.isAuthPlainSupported()) {
            reply("AUTH PLAIN", session, session.authPlain(user, password));
        } else if (offers.isAuthLoginSupported()) {
            reply("AUTH LOGIN", session, session.authLogin(user, password));
        } else {
            throw new RelayTrouble("The relay offers neither AUTH PLAIN nor AUTH LOGIN, but a username is set.", true);
        }
    }

    private void reply(String step, SmtpSession session, CompletableFuture<SmtpClientResponse> answer)
            throws RelayTrouble {
        judged(step, () -> SmtpReplies.await(session, answer, commandTimeout()));
    }

    private interface Waiting {
        SmtpClientResponse get() throws ExecutionException, TimeoutException, InterruptedException;
    }

    private SmtpClientResponse judged(String step, Waiting answer) throws RelayTrouble {
        try {
            var response = answer.get();
            var refusal = response.getResponses().stream()
                    .filter(it -> it.code() < 200 || it.code() >= 300)
                    .findFirst();
            if (refusal.isPresent()) {
                throw refused(step, refusal.get());
            }
            return response;
        } catch (ExecutionException e) {
            throw failed(step, RelayTrouble.root(e));
        } catch (TimeoutException e) {
            throw new RelayTrouble("The relay did not answer " + step + " in time.", false, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RelayTrouble("Interrupted at " + step + ".", false, e);
        }
    }

    private RelayTrouble refused(String step, SmtpResponse reply) {
        var said = "The relay refused " + step + ": " + SmtpResponses.toString(reply);
        return step.startsWith("AUTH") && reply.code() >= 500
                ? new RelayTrouble(
                        said + " (it must take " + variables + "USERNAME with " + variables + "PASSWORD)", true)
                : new RelayTrouble(said, false);
    }

    private RelayTrouble failed(String step, Throwable cause) {
        return ofCertificate(cause)
                .map(certificate -> new RelayTrouble(
                        "The relay's certificate must be for " + settings.host()
                                + ", as " + variables
                                + "HOST says, and from an authority that this Java trusts; it is not: "
                                + certificate.getMessage(),
                        true,
                        cause))
                .orElseGet(() -> new RelayTrouble("The relay failed at " + step + ": " + cause, false, cause));
    }

    private static Optional<Throwable> ofCertificate(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .filter(it -> it instanceof CertificateException || it instanceof SSLPeerUnverifiedException)
                .findFirst();
    }

    private Duration commandTimeout() {
        return replyTimeout.compareTo(COMMAND_TIMEOUT) < 0 ? replyTimeout : COMMAND_TIMEOUT;
    }

    /** The library's own engine checks the chain of certificates, but not whose they are. */
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

    /** Looked up once: a resolver that does not answer may take seconds. */
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
