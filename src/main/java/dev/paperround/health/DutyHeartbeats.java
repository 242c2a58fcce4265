package dev.paperround.health;

import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Failures;
import dev.paperround.i18n.Message;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tracks each task's last heartbeat and the start of its current failures. */
@Singleton
public class DutyHeartbeats {
    private final Map<Duty, State> states = new EnumMap<>(Duty.class);
    private final Clock clock;
    private volatile boolean expected;

    private static final class State {
        private Instant beatAt;
        private Instant failingSince;
        private Message failure;
    }

    @Inject
    public DutyHeartbeats(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        for (var duty : Duty.values()) {
            states.put(duty, new State());
            Gauge.builder("paperround.duty.silence.seconds", () -> silence(duty).toSeconds())
                    .tag("duty", duty.name().toLowerCase(Locale.ROOT))
                    .register(meters);
            Gauge.builder("paperround.duty.failing.seconds", () -> failing(duty).toSeconds())
                    .tag("duty", duty.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    /** Records and rethrows any failure; a fatal error of the Java virtual machine ends the program. */
    public void run(Duty duty, Runnable work) {
        beat(duty);
        try {
            work.run();
            succeeded(duty);
        } catch (RuntimeException | Error e) {
            failed(duty, e);
            throw e;
        }
    }

    public void expectAll() {
        Arrays.stream(Duty.values()).filter(Duty::isScheduled).forEach(this::beat);
        expected = true;
    }

    public void expectNone() {
        expected = false;
    }

    public void beat(Duty duty) {
        var state = states.get(duty);
        synchronized (state) {
            state.beatAt = clock.instant();
        }
    }

    public void succeeded(Duty duty) {
        var state = states.get(duty);
        synchronized (state) {
            state.beatAt = clock.instant();
            state.failingSince = null;
            state.failure = null;
        }
    }

    public void failed(Duty duty, Throwable failure) {
        FatalErrors.endProgramAfter(failure);
        var state = states.get(duty);
        synchronized (state) {
            state.beatAt = clock.instant();
            state.failingSince = state.failingSince == null ? clock.instant() : state.failingSince;
            state.failure = Failures.said(failure);
        }
    }

    /** Returns tasks with hanging or dead threads, which only a restart can fix. */
    public List<Message> silent() {
        return expected
                ? states.keySet().stream().flatMap(it -> tooSilent(it).stream()).toList()
                : List.of();
    }

    private List<Message> failing() {
        return states.keySet().stream()
                .flatMap(it -> tooLongFailing(it).stream())
                .toList();
    }

    public List<Message> troubles() {
        return Stream.concat(silent().stream(), failing().stream()).toList();
    }

    private Optional<Message> tooSilent(Duty duty) {
        var silence = silence(duty);
        return silence.compareTo(duty.patience) > 0
                ? Optional.of(Message.of(DoctorMessages.class, say -> say.dutySilent(duty.words, silence.toMinutes())))
                : Optional.empty();
    }

    private Optional<Message> tooLongFailing(Duty duty) {
        var state = states.get(duty);
        synchronized (state) {
            var failing = failing(duty);
            return failing.compareTo(duty.patience) > 0
                    ? Optional.of(Message.of(
                            DoctorMessages.class,
                            say -> say.dutyFailing(duty.words, failing.toMinutes(), state.failure)))
                    : Optional.empty();
        }
    }

    private Duration silence(Duty duty) {
        var state = states.get(duty);
        synchronized (state) {
            return since(state.beatAt);
        }
    }

    private Duration failing(Duty duty) {
        var state = states.get(duty);
        synchronized (state) {
            return since(state.failingSince);
        }
    }

    private Duration since(Instant then) {
        return then == null ? Duration.ZERO : Duration.between(then, clock.instant());
    }
}
