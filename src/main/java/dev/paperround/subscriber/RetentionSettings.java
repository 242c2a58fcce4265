package dev.paperround.subscriber;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Sets how long personal data is kept if nothing else needs it. */
@ConfigMapping(prefix = "paperround.retention")
public interface RetentionSettings {
    /** Applies to unconfirmed sign-ups. */
    @WithDefault("14d")
    Duration pending();

    /** Applies to the network of a sign-up or confirmation. */
    @WithDefault("30d")
    Duration network();

    /** Applies to the relay's answers to digests and to the reasons for digests not sent. */
    @WithDefault("400d")
    Duration deliveries();

    /** Applies to the record of what operators did. */
    @WithDefault("730d")
    Duration audit();
}
