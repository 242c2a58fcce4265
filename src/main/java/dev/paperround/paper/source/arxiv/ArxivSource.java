package dev.paperround.paper.source.arxiv;

import dev.paperround.i18n.Failures;
import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.ingest.IngestRecords;
import dev.paperround.paper.source.PaperSource;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.ThrottledHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the newest announcements in one arXiv category. arXiv publishes one listing a day and offers no earlier ones.
 */
final class ArxivSource implements PaperSource {
    static final String NAME = "arxiv";

    private final URI base;
    private final String category;
    private final Optional<Duration> every;
    private final Clock clock;
    private final ThrottledHttpClient http;
    private final IngestRecords records;

    ArxivSource(
            URI base,
            String category,
            Optional<Duration> every,
            Clock clock,
            ThrottledHttpClient http,
            IngestRecords records) {
        this.base = base;
        this.category = category;
        this.every = every;
        this.clock = clock;
        this.http = http;
        this.records = records;
    }

    @Override
    public String name() {
        return NAME + ":" + category;
    }

    @Override
    public String server() {
        return NAME;
    }

    @Override
    public Optional<Duration> every() {
        return every;
    }

    @Override
    public List<LocalDate> days(LocalDate today) {
        return List.of(today);
    }

    @Override
    public LocalDate recordedDay(LocalDate asked, ParseResult reading) {
        return batchDay(reading).orElse(asked);
    }

    @Override
    public ParseResult papersOf(LocalDate day, Duration mayWait) {
        ParseResult reading = ask(mayWait);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<LocalDate> batch = batchDay(reading);
        if (batch.filter(it -> it.isAfter(today)).isPresent()) {
            return ParseResult.refused(Message.of(IngestMessages.class, say -> say.datedLater(batch.get())));
        }
        Optional<LocalDate> newest = records.newestDayWithPapers(name());
        boolean isStale = batch.isPresent() && newest.isPresent() && batch.get().isBefore(newest.get());
        return isStale
                ? ParseResult.refused(
                        Message.of(IngestMessages.class, say -> say.oldListing(batch.get(), newest.get())))
                : reading;
    }

    private static Optional<LocalDate> batchDay(ParseResult reading) {
        return reading.drafts().stream()
                .map(ParsedPaper::day)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
    }

    private ParseResult ask(Duration mayWait) {
        URI uri = URI.create(base.toString().replaceFirst("/+$", "") + "/rss/" + category);
        try {
            HttpResponse<byte[]> answer = http.errand(mayWait).get(uri, "application/rss+xml");
            ParseResult reading = ArxivFeed.read(answer.body());
            return answer.statusCode() == 200
                    ? reading
                    : ParseResult.refused(reading.refusal()
                            .map(reason -> Message.of(
                                    IngestMessages.class, say -> say.answeredSaying(uri, answer.statusCode(), reason)))
                            .orElseGet(() ->
                                    Message.of(IngestMessages.class, say -> say.answered(uri, answer.statusCode()))));
        } catch (IOException | IllegalArgumentException e) {
            return ParseResult.refused(Message.of(IngestMessages.class, say -> say.notRead(uri, Failures.said(e))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ParseResult.refused(Message.of(IngestMessages.class, say -> say.notWaited(uri)));
        }
    }
}
