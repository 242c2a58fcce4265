package dev.paperround.admin.access;

import dev.paperround.http.Network;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down token guessing on the login page and the API by making the guessing network wait for up to a minute.
 * Retrying a single outdated token is not guessing, so its limit is higher.
 */
@ApplicationScoped
public class LoginThrottle {
    private static final int DIFFERENT = 10;
    private static final int ALL = 40;
    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int NETWORKS = 10_000;
    private static final int NOTED = 100;

    private record Guess(Instant at, String token) {}

    @Inject
    Clock clock;

    private final Map<String, Deque<Guess>> byNetwork = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Guess>> eldest) {
            return size() > NETWORKS;
        }
    };

    private Instant notedSince = Instant.EPOCH;
    private int noted;

    // Audit entries are kept for a long time, so strangers must not be able to fill the log.
    public synchronized boolean isWorthNoting() {
        var now = clock.instant();
        if (!notedSince.plus(SPAN).isAfter(now) || notedSince.isAfter(now)) {
            notedSince = now;
            noted = 0;
        }
        return ++noted <= NOTED;
    }

    synchronized Optional<Duration> held(Network network) {
        var now = clock.instant();
        var guesses = byNetwork.get(network.prefix());
        if (guesses == null) {
            return Optional.empty();
        }
        guesses.removeIf(it -> it.at().isAfter(now) || !it.at().plus(SPAN).isAfter(now));
        var different = guesses.stream().map(Guess::token).distinct().count();
        return different < DIFFERENT && guesses.size() < ALL
                ? Optional.empty()
                : Optional.of(Duration.between(now, guesses.getFirst().at().plus(SPAN)));
    }

    synchronized void wrong(Network network, String token) {
        var guesses = byNetwork.computeIfAbsent(network.prefix(), it -> new ArrayDeque<>());
        if (guesses.size() >= ALL) {
            guesses.removeFirst();
        }
        guesses.addLast(new Guess(clock.instant(), HexFormat.of().formatHex(TokenSecret.hash(token))));
    }
}
