package dev.paperround.subscriber.signup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much strangers may ask for; an hour's worth may come at once, and then as it trickles away. */
@ConfigMapping(prefix = "paperround.sign-ups")
public interface SignUpSettings {
    /** Confirmations for one address that were not answered by a yes. */
    @WithDefault("1")
    int confirmationsPerDay();

    /** The same, in 30 days. */
    @WithDefault("3")
    int confirmationsPerMonth();

    /** Links to the preferences for one subscriber. */
    @WithDefault("5")
    int linksPerDay();

    /** Sign-ups and requests for links from one /24 or /48; those of the machine itself are not counted. */
    @WithDefault("200")
    int networkPerHour();

    /** Confirmations to addresses of one domain. */
    @WithDefault("2000")
    int domainPerHour();

    /** Sign-ups and requests for links of all. */
    @WithDefault("10000")
    int allPerHour();

    /** Whoever fills in the form faster is a program. */
    @WithDefault("2s")
    Duration fillTime();

    /** How many hashes a browser may have to try, or off. */
    @WithDefault("off")
    String proofOfWork();
}
