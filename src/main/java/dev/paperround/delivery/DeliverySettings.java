package dev.paperround.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

@ConfigMapping(prefix = "paperround.delivery")
interface DeliverySettings {
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
}
