package dev.paperround.testing;

import dev.paperround.transport.DeliverySettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** So many connections to one relay, with neither rate nor budgets. */
public record PlainDelivery(int connections, Duration replyTimeout) implements DeliverySettings {
    @Override
    public Optional<Double> rate() {
        return Optional.empty();
    }

    @Override
    public Duration retryAfter() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Map<String, RelayShare> relays() {
        return Map.of();
    }

    @Override
    public Map<String, BudgetSettings> budgets() {
        return Map.of();
    }
}
