package dev.paperround.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every source needs to ask politely. */
@ApplicationScoped
class SourceHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Clock clock;

    @ConfigProperty(name = "paperround.base-url")
    String baseUrl;

    PoliteHttp withGap(Duration gap) {
        return new PoliteHttp(baseUrl, PATIENCE, gap, clock, duration -> Thread.sleep(duration.toMillis()));
    }
}
