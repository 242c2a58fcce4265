package dev.paperround.paper;

import dev.paperround.language.IngestSentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Asks arXiv for the newest announcements in some categories: one listing a day, and no earlier one to be had. */
@ApplicationScoped
class ArxivSource implements PaperSource {
    static final String NAME = "arxiv";
    /** By arXiv's terms of use. */
    private static final Duration GAP = Duration.ofSeconds(3);

    private final URI base;
    private final List<String> categories;
    private final Optional<Duration> every;
    private final Clock clock;
    private final PoliteHttp http;
    private final IngestRecords records;

    @Inject
    ArxivSource(ArxivSettings settings, Clock clock, SourceHttp http, IngestRecords records) {
        this.base = settings.url();
        this.categories = settings.categories().orElse(List.of()).stream()
                .map(String::strip)
                .filter(category -> !category.isEmpty())
                .toList();
        this.every = Intervals.read(settings.every()).map(it -> it.compareTo(GAP) < 0 ? GAP : it);
        this.clock = clock;
        this.http = http.withGap(GAP);
        this.records = records;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Duration> every() {
        return categories.isEmpty() ? Optional.empty() : every;
    }

    @Override
    public List<LocalDate> days(LocalDate today) {
        return List.of(today);
    }

    @Override
    public LocalDate recordedDay(LocalDate asked, Reading reading) {
        return batchDay(reading).orElse(asked);
    }

    @Override
    public Reading papersOf(LocalDate day, Duration mayWait) {
        Reading reading = ask(mayWait);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<LocalDate> batch = batchDay(reading);
        if (batch.filter(it -> it.isAfter(today)).isPresent()) {
            return Reading.refused(IngestSentence.DATED_LATER.toPrograms(batch.get()));
        }
        Optional<LocalDate> newest = records.newestDayWithPapers(NAME);
        boolean isStale = batch.isPresent() && newest.isPresent() && batch.get().isBefore(newest.get());
        return isStale ? Reading.refused(IngestSentence.OLD_LISTING.toPrograms(batch.get(), newest.get())) : reading;
    }

    private static Optional<LocalDate> batchDay(Reading reading) {
        return reading.drafts().stream()
                .map(PaperDraft::day)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo);
    }

    private Reading ask(Duration mayWait) {
        URI uri = URI.create(base.toString().replaceFirst("/+$", "") + "/rss/" + String.join("+", categories));
        try {
            HttpResponse<byte[]> answer = http.errand(mayWait).get(uri, "application/rss+xml");
            Reading reading = ArxivFeed.read(answer.body());
            return answer.statusCode() == 200
                    ? reading
                    : Reading.refused(reading.refusal()
                            .map(reason -> IngestSentence.ANSWERED_SAYING.toPrograms(uri, answer.statusCode(), reason))
                            .orElseGet(() -> IngestSentence.ANSWERED.toPrograms(uri, answer.statusCode())));
        } catch (IOException | IllegalArgumentException e) {
            return Reading.refused(IngestSentence.NOT_READ.toPrograms(uri, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reading.refused(IngestSentence.NOT_WAITED.toPrograms(uri));
        }
    }
}
