package dev.paperround.paper.source;

import dev.paperround.health.Backoff;
import dev.paperround.i18n.Failures.ToldException;
import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends polite requests to one server: it identifies itself, respects rate limits and gives up early. */
public final class ThrottledHttpClient {
    private static final int LONGEST_ANSWER = 20 * 1024 * 1024;
    private static final int TRIES = 4;
    private static final Backoff AFTER_REFUSALS = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4), 0.5);

    private final String userAgent;
    private final Duration patience;
    private final Duration gap;
    private final Clock clock;
    private final Sleeper sleeper;
    private final HttpClient http;
    private volatile Instant answeredAt = Instant.EPOCH;
    private volatile Instant notBefore = Instant.EPOCH;

    /**
     * @param patience for one whole answer
     * @param gap between one request and the next
     */
    public ThrottledHttpClient(String baseUrl, Duration patience, Duration gap, Clock clock, Sleeper sleeper) {
        this.userAgent = "PaperRound (Paper Round; +" + baseUrl + ")";
        this.patience = patience;
        this.gap = gap;
        this.clock = clock;
        this.sleeper = sleeper;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    // All requests of an errand share the time they may spend waiting.
    public Errand errand(Duration mayWait) {
        return new Errand(mayWait);
    }

    public final class Errand {
        private Duration waitLeft;

        private Errand(Duration mayWait) {
            waitLeft = mayWait;
        }

        // Returns the last response, whatever its status, once retrying cannot help.
        public HttpResponse<byte[]> get(URI uri, String accept) throws IOException, InterruptedException {
            for (int refusals = 0; ; refusals++) {
                waitUntilWelcome(uri);
                HttpResponse<byte[]> answer = answer(uri, accept);
                Instant now = clock.instant();
                answeredAt = now;
                int status = answer.statusCode();
                if (status != 429 && status < 500) {
                    notBefore = now.plus(
                            RetryAfterHeaders.afterAnswer(answer.headers()).orElse(gap));
                    return answer;
                }
                Optional<Duration> wished = RetryAfterHeaders.afterRefusal(answer.headers(), now);
                Duration wait = wished.isPresent() ? wished.get() : backoff(refusals);
                // If the server asks for no pause, the next errand only waits for the usual gap.
                notBefore = now.plus(wished.orElse(gap));
                if (refusals + 1 == TRIES || waitLeft.compareTo(wait) < 0) {
                    return answer;
                }
                spend(wait);
            }
        }

        private void waitUntilWelcome(URI uri) throws IOException, InterruptedException {
            Instant now = clock.instant();
            // A clock that has been set back must not turn seconds into hours.
            Duration wait = now.isBefore(answeredAt) ? Duration.ZERO : Duration.between(now, notBefore);
            if (wait.isNegative() || wait.isZero()) {
                return;
            }
            if (waitLeft.compareTo(wait) < 0) {
                throw new ToldException(
                        Message.of(IngestMessages.class, say -> say.notBefore(uri.getHost(), notBefore)));
            }
            spend(wait);
        }

        private void spend(Duration wait) throws InterruptedException {
            sleeper.lasting(wait);
            waitLeft = waitLeft.minus(wait);
        }
    }

    private Duration backoff(int refusals) {
        Duration wait = AFTER_REFUSALS.after(refusals);
        return wait.compareTo(gap) < 0 ? gap : wait;
    }

    private HttpResponse<byte[]> answer(URI uri, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("User-Agent", userAgent)
                .header("Accept", accept)
                .build();
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request, head -> new CappedBody(LONGEST_ANSWER));
        try {
            return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ToldException(
                    Message.of(IngestMessages.class, say -> say.noAnswer(patience.toMillis() / 1000.0)), e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            // The request's own timeout ends with the response headers, but a body may trickle in forever.
            exchange.cancel(true);
        }
    }
}
