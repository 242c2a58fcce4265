package dev.paperround.subscriber.signup;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** Counts what becomes of sign-ups, and what went over a limit. */
@ApplicationScoped
public class SignUpMetrics {
    public enum Outcome {
        REQUESTED,
        CONFIRMED,
        /** By the field nobody sees, or by haste. */
        ROBOT,
        /** Proof of work missing, wrong or spent. */
        UNPROVEN,
        LIMITED
    }

    enum Limit {
        /** Confirmations to one address. */
        ADDRESS,
        /** Links to one subscriber. */
        LINK,
        DOMAIN,
        NETWORK,
        ALL
    }

    @Inject
    MeterRegistry meters;

    public void signUp(Outcome outcome) {
        meters.counter("paperround.signups", "outcome", outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    void hit(Limit limit) {
        meters.counter("paperround.limits.hit", "limit", limit.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
