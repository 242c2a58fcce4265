package dev.paperround.paper.source.huggingface;

import dev.paperround.i18n.Failures;
import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.source.Intervals;
import dev.paperround.paper.source.PaperSource;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.SourceHttp;
import dev.paperround.paper.source.ThrottledHttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

@ApplicationScoped
public class HuggingFaceSource implements PaperSource {
    public static final String NAME = "huggingface";
    // Papers and votes are still added to a list during its day and after it.
    private static final int DAYS = 4;

    private final URI base;
    private final Optional<Duration> every;
    private final Clock clock;
    private final ThrottledHttpClient http;

    @Inject
    public HuggingFaceSource(HuggingFaceSettings settings, Clock clock, SourceHttp http) {
        this(settings.url(), Intervals.read(settings.every()), clock, http.withGap(Duration.ZERO));
    }

    public HuggingFaceSource(URI base, Optional<Duration> every, Clock clock, ThrottledHttpClient http) {
        this.base = base;
        this.every = every;
        this.clock = clock;
        this.http = http;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Duration> every() {
        return every;
    }

    @Override
    public List<LocalDate> days(LocalDate today) {
        return Stream.iterate(today, day -> day.minusDays(1)).limit(DAYS).toList();
    }

    @Override
    public ParseResult papersOf(LocalDate day, Duration mayWait) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (day.isAfter(today)) {
            return ParseResult.refused(Message.of(IngestMessages.class, say -> say.notBegun(day, today)));
        }
        ThrottledHttpClient.Errand errand = http.errand(mayWait);
        return new HuggingFacePages(today).read((page, received) -> ask(errand, day, page, received));
    }

    private ParseResult ask(ThrottledHttpClient.Errand errand, LocalDate day, int page, int received) {
        String root = base.toString().replaceFirst("/+$", "");
        URI uri = URI.create(root + "/api/daily_papers?date=" + day + "&limit=" + HuggingFacePages.ROWS + "&p=" + page);
        try {
            HttpResponse<byte[]> answer = errand.get(uri, "application/json");
            return answer.statusCode() == 200
                    ? HuggingFaceRows.read(new ByteArrayInputStream(answer.body()), received)
                    : ParseResult.refused(Message.of(
                            IngestMessages.class, say -> say.answered(uri, answer.statusCode() + explained(answer))));
        } catch (IOException | IllegalArgumentException e) {
            return ParseResult.refused(Message.of(IngestMessages.class, say -> say.notRead(uri, Failures.said(e))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ParseResult.refused(Message.of(IngestMessages.class, say -> say.notWaited(uri)));
        }
    }

    // Hugging Face asks for these details when a failure is reported.
    private static String explained(HttpResponse<byte[]> answer) {
        String message = answer.headers()
                .firstValue("X-Error-Message")
                .map(it -> ": " + it)
                .orElse("");
        return message
                + answer.headers()
                        .firstValue("X-Request-Id")
                        .map(it -> " (request " + it + ")")
                        .orElse("");
    }
}
