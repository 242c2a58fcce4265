package dev.paperround.transport.smtp;

import dev.paperround.transport.DeliverySettings;
import dev.paperround.transport.DeliverySettings.RelayShare;
import dev.paperround.transport.RateLimiter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the relays for digests: those named in the settings, or else the relay that sends single mails. */
@Singleton
public class Relays {
    public record Share(Relay relay, RateLimiter rate) {}

    private final List<Share> shares;

    @Inject
    public Relays(Relay single, DeliverySettings settings, Clock clock) {
        var weights =
                settings.relays().values().stream().mapToInt(RelayShare::weight).sum();
        shares = settings.relays().isEmpty()
                ? List.of(new Share(single, RateLimiter.UNLIMITED))
                : settings.relays().entrySet().stream()
                        .map(it -> share(it.getKey(), it.getValue(), weights, settings, clock))
                        .toList();
    }

    private static Share share(String name, RelayShare share, int weights, DeliverySettings settings, Clock clock) {
        var connections = share.connections()
                .orElseGet(() -> Math.max(1, Math.round((float) settings.connections() * share.weight() / weights)));
        var variables = "PAPERROUND_DELIVERY_RELAYS_" + name.toUpperCase(Locale.ROOT) + "_";
        var relay = new Relay(variables, share, connections, settings, clock);
        return new Share(relay, share.rate().map(RateLimiter::of).orElse(RateLimiter.UNLIMITED));
    }

    @PreDestroy
    public void stop() {
        shares.forEach(it -> it.relay().stop());
    }

    public List<Share> shares() {
        return shares;
    }

    public boolean askable() {
        return shares.stream().anyMatch(it -> it.relay().askable());
    }

    // True after trouble with all relays, until one has answered.
    public boolean areTrying() {
        return shares.stream().allMatch(it -> it.relay().breaker().isTrying());
    }

    // Empty as long as one relay works.
    public Optional<String> trouble() {
        return areTrying()
                ? Optional.of(shares.stream()
                                .flatMap(it -> it.relay().breaker().trouble().stream())
                                .distinct()
                                .collect(Collectors.joining(" ")))
                        .filter(it -> !it.isEmpty())
                : Optional.empty();
    }

    public void tryNow() {
        shares.forEach(it -> it.relay().breaker().tryNow());
    }

    public int ahead(int otherwise) {
        var sum = shares.stream().mapToLong(it -> it.rate().ahead(otherwise)).sum();
        return (int) Math.min(otherwise, sum);
    }
}
