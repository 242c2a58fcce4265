package dev.paperround.transport.smtp;

import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.DeliverySettings.RelayShare;
import dev.paperround.transport.RateLimiter;
import dev.paperround.transport.TransportProvider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Holds the relays for digests: those named in the settings, or else the relay that sends single mails. */
@Singleton
public class Relays implements TransportProvider {
    private final List<SmtpTransport> transports;
    private final ReplyCounters replies;

    @Inject
    public Relays(Relay single, DeliverySettings settings, MeterRegistry meters, Clock clock) {
        replies = new ReplyCounters(meters);
        var weights =
                settings.relays().values().stream().mapToInt(RelayShare::weight).sum();
        transports = settings.relays().isEmpty()
                ? List.of(new SmtpTransport(single, RateLimiter.UNLIMITED, replies))
                : settings.relays().entrySet().stream()
                        .map(it -> share(it.getKey(), it.getValue(), weights, settings, clock))
                        .toList();
    }

    private SmtpTransport share(String name, RelayShare share, int weights, DeliverySettings settings, Clock clock) {
        var connections = share.connections()
                .orElseGet(() -> Math.max(1, Math.round((float) settings.connections() * share.weight() / weights)));
        var variables = "PAPERROUND_DELIVERY_RELAYS_" + name.toUpperCase(Locale.ROOT) + "_";
        var relay = new Relay(variables, share, connections, settings, clock);
        return new SmtpTransport(relay, share.rate().map(RateLimiter::of).orElse(RateLimiter.UNLIMITED), replies);
    }

    @PreDestroy
    public void stop() {
        transports.forEach(it -> it.relay().stop());
    }

    @Override
    public List<SmtpTransport> transports() {
        return transports;
    }
}
