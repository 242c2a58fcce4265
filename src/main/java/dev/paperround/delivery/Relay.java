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
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.smtp.DefaultSmtpRequest;
import io.netty.handler.codec.smtp.SmtpCommand;
import io.netty.handler.ssl.SslHandler;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** Opens SMTP connections (RFC 5321) to the relay of the settings. */
@Singleton
class Relay {
    private static final Duration COMMAND_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    private final RelaySettings settings;
    private final Duration replyTimeout;
    private final NioEventLoopGroup eventLoop = new NioEventLoopGroup(1);
    private final SmtpSessionFactory sessions;
    private final RelayPause pause = new RelayPause();
    private final Clock clock;

    /** The relay cannot be used at all: nothing was sent, and nobody in particular was refused. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }

        Unusable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    Relay(RelaySettings settings, DeliverySettings delivery, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.replyTimeout = delivery.replyTimeout();
        this.sessions = new SmtpSessionFactory(SmtpSessionFactoryConfig.builder()
                .eventLoopGroup(eventLoop)
                .executor(Runnable::run)
                .allocator(PooledByteBufAllocator.DEFAULT)
                .channelClass(NioSocketChannel.class)
                .sslEngineSupplier(this::tlsEngine)
                .build());
    }

    @PreDestroy
    void stop() {
        eventLoop.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    }

    /** Whether it is worth asking: after a failure the relay is left alone for some seconds. */
    boolean askable() {
        return pause.isOver(clock.instant());
    }

    RelayConnection connect() throws Unusable {
        try {
            var connection = open();
            pause.end();
            return connection;
        } catch (Unusable e) {
            pause.begin(clock.instant());
            throw e;
        }
    }

    private RelayConnection open() throws Unusable {
        var session = connected();
        try {
            hello(session);
            secure(session);
            authenticate(session);
            return new RelayConnection(session, replyTimeout);
        } catch (Unusable e) {
            session.close();
            throw e;
        }
    }

    private SmtpSession connected() throws Unusable {
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

    private void hello(SmtpSession session) throws Unusable {
        reply("EHLO", session, session.send(new DefaultSmtpRequest(SmtpCommand.EHLO, OwnName.VALUE)));
    }

    private void secure(SmtpSession session) throws Unusable {
        if (settings.tls().orElse(false)) {
            return;
        }
        var startTls = settings.startTls().toUpperCase(Locale.ROOT);
        var offered = session.getEhloResponse().isSupported(Extension.STARTTLS);
        if (startTls.equals("REQUIRED") && !offered) {
            throw new Unusable("The relay offers no STARTTLS, and QUARKUS_MAILER_START_TLS requires it.");
        }
        if (offered && !startTls.equals("DISABLED")) {
            reply("STARTTLS", session, session.startTls());
        }
    }

    private void authenticate(SmtpSession session) throws Unusable {
        if (settings.username().isEmpty() || settings.password().isEmpty()) {
            return;
        }
        var user = settings.username().get();
        var password = settings.password().get();
        var offers = session.getEhloResponse();
        if (offers.isAuthPlainSupported()) {
            reply("AUTH PLAIN", session, session.authPlain(user, password));
        } else if (offers.isAuthLoginSupported()) {
            reply("AUTH LOGIN", session, session.authLogin(user, password));
        } else {
            throw new Unusable("The relay offers neither AUTH PLAIN nor AUTH LOGIN, but a username is set.");
        }
    }

    private void reply(String step, SmtpSession session, CompletableFuture<SmtpClientResponse> answer) throws Unusable {
        judged(step, () -> SmtpReplies.await(session, answer, commandTimeout()));
    }

    private interface Waiting {
        SmtpClientResponse get() throws ExecutionException, TimeoutException, InterruptedException;
    }

    private static SmtpClientResponse judged(String step, Waiting answer) throws Unusable {
        try {
            var response = answer.get();
            var error = response.getResponses().stream()
                    .filter(SmtpResponses::isError)
                    .findFirst();
            if (error.isPresent()) {
                throw new Unusable("The relay refused " + step + ": " + SmtpResponses.toString(error.get()));
            }
            return response;
        } catch (ExecutionException e) {
            throw new Unusable("The relay failed at " + step + ": " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new Unusable("The relay did not answer " + step + " in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unusable("Interrupted at " + step + ".", e);
        }
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
