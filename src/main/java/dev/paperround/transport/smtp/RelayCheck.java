package dev.paperround.transport.smtp;

import dev.paperround.i18n.FailureMessages;
import dev.paperround.i18n.Failures;
import dev.paperround.i18n.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Connects to each relay as a send would, up to the login, and then disconnects. */
@ApplicationScoped
public class RelayCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int GOODBYE_SECONDS = 3;

    @Inject
    Relay single;

    @Inject
    Relays relays;

    // variables is the prefix of the relay's settings; trouble is the reason that no mail could leave by it.
    public record Found(
            String variables,
            String host,
            boolean passwordMayGoInTheClear,
            boolean encrypted,
            boolean loggedIn,
            Optional<Message> trouble) {

        public String name() {
            var named = variables.replaceFirst("^PAPERROUND_DELIVERY_RELAYS_", "");
            return named.equals(variables)
                    ? "relay"
                    : "relay " + named.replaceFirst("_$", "").toLowerCase(Locale.ROOT);
        }
    }

    public List<Found> look() throws InterruptedException {
        var all = Stream.concat(Stream.of(single), relays.transports().stream().map(SmtpTransport::relay))
                .distinct()
                .toList();
        var found = Stream.<Found>builder();
        for (var relay : all) {
            found.add(look(relay));
        }
        return found.build().toList();
    }

    private static Found look(Relay relay) throws InterruptedException {
        var apart = relay.apart(PATIENCE);
        try {
            return found(relay, encrypted(apart.connect()) || isTls(relay), Optional.empty());
        } catch (RelayTrouble e) {
            return found(relay, false, Optional.of(e.told()));
        } catch (ExecutionException | TimeoutException e) {
            return found(
                    relay,
                    false,
                    Optional.of(Message.of(FailureMessages.class, say -> say.relayFailed("QUIT", Failures.said(e)))));
        } finally {
            apart.stop();
        }
    }

    private static boolean encrypted(SmtpConnection connection)
            throws InterruptedException, ExecutionException, TimeoutException {
        var encrypted = connection.encrypted();
        connection.close();
        connection.closed().get(GOODBYE_SECONDS, TimeUnit.SECONDS);
        return encrypted;
    }

    private static Found found(Relay relay, boolean encrypted, Optional<Message> trouble) {
        var settings = relay.settings();
        var mayBePlain = !isTls(relay) && !settings.startTls().equalsIgnoreCase("REQUIRED");
        return new Found(
                relay.variables(),
                settings.host(),
                settings.password().isPresent() && mayBePlain,
                encrypted,
                settings.username().isPresent(),
                trouble);
    }

    private static boolean isTls(Relay relay) {
        return relay.settings().tls().orElse(false);
    }
}
