package dev.paperround.paper.source;

import java.time.Duration;

/** How the time passes for which a source wants to be left alone. */
@FunctionalInterface
public interface Sleeper {
    void lasting(Duration duration) throws InterruptedException;
}
