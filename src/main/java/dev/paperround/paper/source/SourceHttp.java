package dev.paperround.paper.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
public class SourceHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Clock clock;

    @ConfigProperty(name = "paperround.base-url")
    String baseUrl;

    public ThrottledHttpClient withGap(Duration gap) {
        return new ThrottledHttpClient(baseUrl, PATIENCE, gap, clock, duration -> Thread.sleep(duration.toMillis()));
    }
}
