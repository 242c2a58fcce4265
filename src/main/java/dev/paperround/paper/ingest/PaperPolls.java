package dev.paperround.paper.ingest;

import dev.paperround.i18n.Message;
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

/** Polls the sources on schedule or on request, one poll per source at a time across all instances. */
@ApplicationScoped
public class PaperPolls {
    // The window of Hugging Face's rate limits is five minutes.
    private static final Duration MAY_WAIT = Duration.ofMinutes(6);
    // An operator is waiting in the browser.
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

    public record Asked(IngestReport report, ParseResult reading) {
        public Optional<Message> failure() {
            return reading.refusal();
        }
    }

    // A source that fails does not keep the others from being polled.
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
        // The time is also recorded before the poll, so that a poll that crashes an instance is not repeated at once.
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
            // A single day may fail for reasons of its own. After a second failure the source rests until the next
            // poll.
            if (failures == FAILURES) {
                break;
            }
        }
        return answers;
    }

    // Returns empty if another poll of the source does not finish in time.
    public Optional<Asked> ask(String sourceName, LocalDate day) {
        PaperSource source = named(sourceName);
        return lock.with(source.server(), MAY_WAIT_BY_HAND, () -> traced("poll", source, () -> askByHand(source, day)));
    }

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
