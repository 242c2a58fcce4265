package dev.paperround.paper.source;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Optional;

public final class Intervals {
    private Intervals() {}

    public static Optional<Duration> read(String setting) {
        return setting.equals("off") ? Optional.empty() : Optional.of(DurationConverter.parseDuration(setting));
    }
}
