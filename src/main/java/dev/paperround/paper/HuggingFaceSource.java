package dev.paperround.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks Hugging Face for the daily list, page by page. */
@ApplicationScoped
public class HuggingFaceSource implements PaperSource {
    private static final int PAGE = 100;
    // A server that ignores the page number ends earlier, by bringing nothing new; this stops one that invents ids.
    private static final int MOST_PAGES = 50;
    private static final int LONGEST_ANSWER = 20 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;
    private final Clock clock;
    private final Duration patience;
    private final HttpClient http;

    @Inject
    HuggingFaceSource(HuggingFaceSettings settings, Clock clock) {
        this(settings.url(), clock, PATIENCE);
    }

    HuggingFaceSource(URI base, Clock clock, Duration patience) {
        this.base = base;
        this.clock = clock;
        this.patience = patience;
        http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    @Override
    public Reading papersOf(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (day.isAfter(today)) {
            return Reading.refused(day + " has not begun: the list's days are UTC days, and today is " + today);
        }
        List<PaperDraft> drafts = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int received = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            Reading reading = ask(day, page, received);
            List<PaperDraft> fresh = reading.drafts().stream()
                    .filter(draft -> seen.add(PaperNames.publicId(draft)))
                    .toList();
            drafts.addAll(fresh);
            int rows = reading.drafts().size() + reading.rejections().size();
            // A short page is not the last one: the server may allow fewer rows than asked for.
            boolean last = rows == 0 || page > 0 && fresh.isEmpty();
            if (!last || page == 0) {
                rejections.addAll(reading.rejections());
            }
            if (reading.refusal().isPresent() || last) {
                return new Reading(drafts, rejections, reading.refusal());
            }
            received += rows;
        }
        return new Reading(
                drafts, rejections, Optional.of("the list has no end: stopped after " + MOST_PAGES + " pages"));
    }

    private Reading ask(LocalDate day, int page, int received) {
        String root = base.toString().replaceFirst("/+$", "");
        URI uri = URI.create(root + "/api/daily_papers?date=" + day + "&limit=" + PAGE + "&p=" + page);
        try {
            HttpResponse<byte[]> answer = answer(uri);
            return answer.statusCode() == 200
                    ? HuggingFaceRows.read(new ByteArrayInputStream(answer.body()), received)
                    : Reading.refused(uri + " answered " + answer.statusCode());
        } catch (IOException | IllegalArgumentException e) {
            return Reading.refused(uri + " could not be read: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reading.refused(uri + " was not waited for: the program is stopping");
        }
    }

    private HttpResponse<byte[]> answer(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("User-Agent", "PaperRound")
                .header("Accept", "application/json")
                .build();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request, head -> new CappedBody(LONGEST_ANSWER));
        try {
            return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + patience.toSeconds() + " seconds", e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            // The request's own timeout ends with the head of the answer; a body may trickle for ever.
            exchange.cancel(true);
        }
    }
}
