package dev.paperround.subscriber;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what is known of people is kept where nothing else needs it. */
@ConfigMapping(prefix = "paperround.retention")
public interface RetentionSettings {
    /** Sign-ups nobody confirmed. */
    @WithDefault("14d")
    Duration pending();

    /** The network a sign-up or confirmation came from. */
    @WithDefault("30d")
    Duration network();

    /** What the relay said to a digest, and why there was none. */
    @WithDefault("400d")
    Duration deliveries();

    /** What operators did. */
    @WithDefault("730d")
    Duration audit();
}
