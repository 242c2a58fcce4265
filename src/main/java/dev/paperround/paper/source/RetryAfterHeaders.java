package dev.paperround.paper.source;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from response headers for how long a server wants to be left alone. */
final class RetryAfterHeaders {
    // Example: "api";r=0;t=120 means that no calls are left and that new ones are available in 120 seconds.
    private static final Pattern LEFT = Pattern.compile("(?i);\\s*r\\s*=\\s*(\\d{1,9})");
    private static final Pattern RESET = Pattern.compile("(?i);\\s*t\\s*=\\s*(\\d{1,9})");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfterHeaders() {}

    static Optional<Duration> afterAnswer(HttpHeaders headers) {
        return rateLimit(headers).filter(limit -> left(limit) == 0).flatMap(RetryAfterHeaders::reset);
    }

    // After a refusal, the reset time counts even if calls seem to be left.
    static Optional<Duration> afterRefusal(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After")
                .flatMap(value -> retryAfter(value.strip(), now))
                .or(() -> rateLimit(headers).flatMap(RetryAfterHeaders::reset));
    }

    private static Optional<String> rateLimit(HttpHeaders headers) {
        return headers.firstValue("RateLimit");
    }

    private static long left(String limit) {
        Matcher left = LEFT.matcher(limit);
        return left.find() ? Long.parseLong(left.group(1)) : Long.MAX_VALUE;
    }

    // One second is added because the window ends within the last one.
    private static Optional<Duration> reset(String limit) {
        Matcher reset = RESET.matcher(limit);
        return reset.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(reset.group(1)) + 1)) : Optional.empty();
    }

    private static Optional<Duration> retryAfter(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO);
        } catch (DateTimeException neitherSecondsNorADate) {
            return Optional.empty();
        }
    }
}
