package dev.paperround.paper.ingest;

import dev.paperround.i18n.Failures;
import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Stores the papers of an input and records the result. */
@ApplicationScoped
public class Ingests {
    public static final String BY_HAND_JSON = "manual-json";
    public static final String BY_HAND_PAGE = "manual-page";
    private static final Message EMPTY_WEEKDAY = Message.of(IngestMessages.class, say -> say.emptyWeekday());

    @Inject
    PaperIngest papers;

    @Inject
    IngestRecords records;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry meters;

    @Inject
    Tracer tracer;

    // Every manual ingest gets its own record.
    public IngestReport byHand(String source, LocalDate day, Instant startedAt, ParseResult reading) {
        return take(source, day, startedAt, reading, Optional.empty(), false);
    }

    IngestReport polled(String source, LocalDate day, Instant startedAt, ParseResult reading) {
        Optional<Message> warning = warning(day, reading);
        boolean isNews = warning.isPresent()
                && records.newest(Optional.of(source), Optional.of(day), 1000).stream()
                        .noneMatch(record -> record.warning() != null);
        IngestReport report = take(source, day, startedAt, reading, warning, true);
        meters.counter("paperround.source.empty.weekdays", "source", source).increment(isNews ? 1 : 0);
        if (isNews) {
            Log.warnf("%s has no paper for %s, %s.", source, day, EMPTY_WEEKDAY);
        }
        return report;
    }

    private IngestReport take(
            String source,
            LocalDate day,
            Instant startedAt,
            ParseResult reading,
            Optional<Message> warning,
            boolean repeated) {
        Span span = tracer.spanBuilder("ingest")
                .setAttribute("paperround.source", source)
                .setAttribute("paperround.day", day.toString())
                .startSpan();
        PaperIngest.Origin origin = records.origin(source);
        Optional<Message> error = reading.refusal();
        IngestReport report = IngestReport.of(day, reading.rejections());
        try {
            report = reading.holdsNoPaper() ? report : stored(origin, day, reading);
        } catch (RuntimeException e) {
            error = Optional.of(Message.of(IngestMessages.class, say -> say.notStored(Failures.said(e))));
            throw e;
        } finally {
            records.keep(
                    new IngestRecords.Ended(
                            origin.ingest(), source, report, startedAt, clock.instant(), error, warning),
                    repeated);
            meters.counter("paperround.ingests", "source", source, "outcome", error.isPresent() ? "failed" : "done")
                    .increment();
            end(span, report, error.isPresent());
        }
        return report;
    }

    // Stores the papers one at a time to find those that the database rejects.
    private IngestReport stored(PaperIngest.Origin origin, LocalDate day, ParseResult reading) {
        try {
            return papers.ingest(origin, day, reading.drafts(), reading.rejections());
        } catch (PaperIngest.Refused refused) {
            Log.warnf(refused, "The database refuses a paper of %s; they are stored one by one.", day);
        }
        IngestReport report = IngestReport.of(day, reading.rejections());
        for (ParsedPaper draft : reading.drafts()) {
            try {
                report = report.and(papers.ingest(origin, day, List.of(draft), List.of()));
            } catch (PaperIngest.Refused refused) {
                Rejection rejection =
                        new Rejection(draft.position(), Message.of(IngestMessages.class, say -> say.refused()));
                report = report.and(IngestReport.of(day, List.of(rejection)));
            }
        }
        return report;
    }

    // The reason for a failure may quote a server's answer, so it is recorded but not traced.
    private static void end(Span span, IngestReport report, boolean failed) {
        span.setAttribute("paperround.papers.received", report.received())
                .setAttribute("paperround.papers.added", report.added())
                .setAttribute("paperround.papers.updated", report.updated())
                .setAttribute("paperround.papers.unchanged", report.unchanged())
                .setAttribute("paperround.papers.rejected", report.rejected().size())
                .setStatus(failed ? StatusCode.ERROR : StatusCode.UNSET)
                .end();
    }

    // Weekends and unfinished days may well be empty.
    private Optional<Message> warning(LocalDate day, ParseResult reading) {
        boolean isOver = day.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        boolean isWeekday = !List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());
        boolean isEmpty = reading.holdsNoPaper()
                && reading.rejections().isEmpty()
                && reading.refusal().isEmpty();
        return isOver && isWeekday && isEmpty ? Optional.of(EMPTY_WEEKDAY) : Optional.empty();
    }
}
