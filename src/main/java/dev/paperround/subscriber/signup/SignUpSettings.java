package dev.paperround.subscriber.signup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits requests from strangers. An hour's allowance can be used at once and then refills gradually. */
@ConfigMapping(prefix = "paperround.sign-ups")
public interface SignUpSettings {
    /** Limits unanswered confirmations to one address. */
    @WithDefault("1")
    int confirmationsPerDay();

    /** Limits unanswered confirmations to one address within 30 days. */
    @WithDefault("3")
    int confirmationsPerMonth();

    /** Limits links to the preferences of one subscriber. */
    @WithDefault("5")
    int linksPerDay();

    /**
     * Limits sign-ups and link requests from one /24 or /48 network. Requests from the machine itself are not counted.
     */
    @WithDefault("200")
    int networkPerHour();

    /** Limits confirmations to addresses of one domain. */
    @WithDefault("2000")
    int domainPerHour();

    /** Limits all sign-ups and link requests together. */
    @WithDefault("10000")
    int allPerHour();

    /** Sets the time below which a form must have been filled in by a program. */
    @WithDefault("2s")
    Duration fillTime();

    /** Sets how many hashes a browser may have to try, or {@code off}. */
    @WithDefault("off")
    String proofOfWork();
}
