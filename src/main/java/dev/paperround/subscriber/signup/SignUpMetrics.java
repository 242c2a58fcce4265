package dev.paperround.subscriber.signup;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

@ApplicationScoped
public class SignUpMetrics {
    public enum Outcome {
        REQUESTED,
        CONFIRMED,
        // The hidden field was filled in, or the form was submitted too fast.
        ROBOT,
        // The proof of work is missing, wrong or already spent.
        UNPROVEN,
        LIMITED
    }

    enum Limit {
        // The limit is on confirmations to one address.
        ADDRESS,
        // The limit is on links to one subscriber.
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
