package dev.paperround.paper.source;

import dev.paperround.testing.TestClock;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** The pauses between requests pass on the clock of the tests, at once. */
@Mock
@ApplicationScoped
class PassingTime extends SourceHttp {
    @Inject
    TestClock time;

    @Override
    public ThrottledHttpClient withGap(Duration gap) {
        return new ThrottledHttpClient(baseUrl, Duration.ofSeconds(20), gap, clock, time::pass);
    }
}
