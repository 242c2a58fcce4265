package dev.paperround.web.subscription;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.function.Supplier;

/** Answers at full steps of time, so that it does not show whether there was something to do. */
final class EvenPace {
    static final Duration STEP = Duration.ofMillis(100);

    /** The event loop has no finer timers. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private EvenPace() {}

    static Uni<Response> answer(Supplier<Response> work) {
        var begun = System.nanoTime();
        var response = work.get();
        return Uni.createFrom().item(response).onItem().delayIt().by(rest(Duration.ofNanos(System.nanoTime() - begun)));
    }

    static Duration rest(Duration taken) {
        var rest = STEP.minusNanos(taken.toNanos() % STEP.toNanos());
        return rest.compareTo(SHORTEST) < 0 ? rest.plus(STEP) : rest;
    }
}
