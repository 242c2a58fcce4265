package dev.paperround.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "paperround.delivery")
public interface DeliverySettings {
    /** SMTP connections for digests, per instance. */
    @WithDefault("10")
    int connections();

    /** Mails a second, per instance; unlimited when unset. */
    Optional<Double> rate();

    /** How long a relay may take to answer after the final dot. */
    @WithDefault("10m")
    Duration replyTimeout();

    /** Before the first retry of a temporary failure; then doubling. */
    @WithDefault("1m")
    Duration retryAfter();

    /** By name; digests go out by these where there are any, in place of the relay of single mails. */
    Map<String, RelayShare> relays();

    /** By the name of a group of recipient domains. */
    Map<String, BudgetSettings> budgets();

    interface BudgetSettings {
        /** Mails a second, from all instances together. */
        double rate();

        /** Needed but for the groups that are known, and the one for all others. */
        Optional<List<String>> domains();
    }

    interface RelayShare extends RelaySettings {
        /** Its share of the connections, next to the weights of the others. */
        @WithDefault("1")
        int weight();

        /** Of its own, per instance, in place of its share. */
        Optional<Integer> connections();

        /** Mails a second, per instance; unlimited when unset. */
        Optional<Double> rate();
    }
}
