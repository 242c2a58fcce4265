package dev.paperround.paper.source;

import java.time.Duration;

@FunctionalInterface
public interface Sleeper {
    void lasting(Duration duration) throws InterruptedException;
}
