package dev.paperround.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ConfigMapping(prefix = "paperround.delivery")
public interface DeliverySettings {
    /** Number of SMTP connections for digests, per instance. */
    @WithDefault("10")
    int connections();

    /** Mails per second and instance; unlimited when unset. */
    Optional<Double> rate();

    /** Maximum time for a relay to answer after the final dot. */
    @WithDefault("10m")
    Duration replyTimeout();

    /** Delay before the first retry of a temporary failure; it doubles with each retry. */
    @WithDefault("1m")
    Duration retryAfter();

    /** Relays for digests, by name; they replace the relay of single mails, which is used if there are none. */
    Map<String, RelayShare> relays();

    /** Budgets by the name of a group of recipient domains. */
    Map<String, BudgetSettings> budgets();

    interface BudgetSettings {
        /** Mails per second from all instances together. */
        double rate();

        /** Recipient domains; required unless the group is predefined or the one for all other domains. */
        Optional<List<String>> domains();
    }

    interface RelayShare extends RelaySettings {
        /** Weight by which the connections are divided among the relays. */
        @WithDefault("1")
        int weight();

        /** Fixed number of connections per instance, in place of the weighted share. */
        Optional<Integer> connections();

        /** Mails per second and instance; unlimited when unset. */
        Optional<Double> rate();
    }
}
