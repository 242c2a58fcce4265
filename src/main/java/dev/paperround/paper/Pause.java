package dev.paperround.paper;

import java.time.Duration;

/** How the time passes for which a source wants to be left alone. */
@FunctionalInterface
interface Pause {
    void lasting(Duration duration) throws InterruptedException;
}
