package dev.paperround.paper.ingest;

import dev.paperround.paper.source.PaperSource;
import dev.paperround.paper.source.PaperSources;
import dev.paperround.paper.source.ParseResult;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks the sources, each on its schedule or at an operator's word, one poll of a source at a time over all instances. */
@ApplicationScoped
public class PaperPolls {
    // A window of Hugging Face's limits is five minutes.
    private static final Duration MAY_WAIT = Duration.ofMinutes(6);
    // Somebody looks at the browser meanwhile.
    private static final Duration MAY_WAIT_BY_HAND = Duration.ofSeconds(30);
    private static final int FAILURES = 2;

    @Inject
    PaperSources sources;

    @Inject
    Ingests ingests;

    @Inject
    PollLock lock;

    @Inject
    PollTimes times;

    @Inject
    Clock clock;

    @Inject
    Tracer tracer;

    /** What a source answered for a day, and what came of it. */
    public record Asked(IngestReport report, ParseResult reading) {
        public Optional<String> failure() {
            return reading.refusal();
        }
    }

    /** Asks every source whose time has come; one that fails keeps no other from being asked. */
    public void pollDue() {
        sources.all().stream()
                .filter(this::isDue)
                .collect(Collectors.groupingBy(PaperSource::server, LinkedHashMap::new, Collectors.toList()))
                .forEach((server, due) -> unlessItFails(
                        server,
                        () -> lock.with(server, Duration.ZERO, () -> {
                            due.forEach(source -> unlessItFails(source.name(), () -> pollIfStillDue(source)));
                            return true;
                        })));
    }

    private static void unlessItFails(String name, Runnable poll) {
        try {
            poll.run();
        } catch (RuntimeException e) {
            Log.errorf(e, "The poll of %s failed.", name);
        }
    }

    private boolean isDue(PaperSource source) {
        return source.every().filter(every -> times.isDue(source.name(), every)).isPresent();
    }

    private void pollIfStillDue(PaperSource source) {
        if (!isDue(source)) {
            return;
        }
        // Noted before as well, so that a poll that brings an instance down is not repeated at once.
        times.polled(source.name(), true);
        List<Asked> answers = traced("poll", source, () -> poll(source));
        times.polled(source.name(), answers.stream().anyMatch(it -> it.failure().isPresent()));
    }

    private List<Asked> poll(PaperSource source) {
        List<Asked> answers = new ArrayList<>();
        int failures = 0;
        for (LocalDate day : source.days(today())) {
            Instant startedAt = clock.instant();
            ParseResult reading = traced("fetch", source, () -> source.papersOf(day, MAY_WAIT));
            LocalDate recorded = source.recordedDay(day, reading);
            answers.add(new Asked(ingests.polled(source.name(), recorded, startedAt, reading), reading));
            if (reading.refusal().isPresent()) {
                Log.warnf(
                        "The papers of %s could not all be had from %s: %s",
                        day, source.name(), reading.refusal().get());
                failures++;
            }
            // One day may be refused for its own sake; a source that fails twice is left alone until the next poll.
            if (failures == FAILURES) {
                break;
            }
        }
        return answers;
    }

    /** @return empty when the source is being asked already, and that takes long */
    public Optional<Asked> ask(String sourceName, LocalDate day) {
        PaperSource source = named(sourceName);
        return lock.with(source.server(), MAY_WAIT_BY_HAND, () -> traced("poll", source, () -> askByHand(source, day)));
    }

    /** For each of the days the source is usually asked for. */
    public Optional<List<Asked>> askAll(String sourceName) {
        PaperSource source = named(sourceName);
        return lock.with(
                source.server(),
                MAY_WAIT_BY_HAND,
                () -> traced("poll", source, () -> source.days(today()).stream()
                        .map(day -> askByHand(source, day))
                        .toList()));
    }

    private Asked askByHand(PaperSource source, LocalDate day) {
        Instant startedAt = clock.instant();
        ParseResult reading = traced("fetch", source, () -> source.papersOf(day, MAY_WAIT_BY_HAND));
        LocalDate recorded = source.recordedDay(day, reading);
        return new Asked(ingests.byHand(source.name(), recorded, startedAt, reading), reading);
    }

    private <T> T traced(String name, PaperSource source, Supplier<T> work) {
        Span span = tracer.spanBuilder(name)
                .setAttribute("paperround.source", source.name())
                .startSpan();
        try {
            return Context.current().with(span).wrapSupplier(work).get();
        } finally {
            span.end();
        }
    }

    private PaperSource named(String name) {
        return sources.all().stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no source " + name));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
