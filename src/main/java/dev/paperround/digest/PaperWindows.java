package dev.paperround.digest;

import dev.paperround.meaning.Meanings;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Caches the windows in use and rebuilds one as soon as new papers have arrived. */
@ApplicationScoped
public class PaperWindows {
    // A paper stays a candidate for this many digest days, so that an outage, a weekend or late votes lose nothing.
    // Papers are featured on working days, so five of them also cover the week of a weekly digest.
    public static final int DIGEST_DAYS = 5;

    private static final int KEPT = 8;

    // Digests on the web can be old and need windows of old days, and busy sources have large ones.
    private static final int MOST_PAPERS = 20_000;

    // A mail may show a number of upvotes that is this old.
    private static final long RECENT_NANOS = 1_000_000_000;

    private record Built(long revision, PaperWindow window, long checkedAt) {
        Built checked(long now) {
            return new Built(revision, window, now);
        }
    }

    private final Map<LocalDate, Built> built = new LinkedHashMap<>(16, 0.75f, true);

    // Many requests need a new day's window at the same time, but only one of them builds it.
    private final Object building = new Object();

    @Inject
    Papers papers;

    @Inject
    Meanings meanings;

    public PaperWindow upTo(LocalDate day) {
        // Read before loading, so that papers arriving meanwhile only make the window outdated and are never missed.
        var revision = papers.revision();
        var known = known(day, revision);
        if (known != null) {
            return known;
        }
        synchronized (building) {
            var builtMeanwhile = known(day, revision);
            if (builtMeanwhile != null) {
                return builtMeanwhile;
            }
            var fresh = window(day, papers.ofLastDigests(DIGEST_DAYS, day));
            synchronized (built) {
                built.put(day, new Built(revision, fresh, System.nanoTime()));
                forgetEldest();
            }
            return fresh;
        }
    }

    public PaperWindow window(LocalDate day, List<Paper> held) {
        return new PaperWindow(
                day, held, meanings.closenessOf(held.stream().map(Paper::id).toList()));
    }

    // Returns a window at most a second old, so that any number of mails costs at most one database check a second.
    public PaperWindow recent(LocalDate day) {
        synchronized (built) {
            var now = System.nanoTime();
            var known = built.get(day);
            if (known != null && now - known.checkedAt() < RECENT_NANOS) {
                return known.window();
            }
            if (known != null) {
                // Other threads keep using the current window during the check.
                built.put(day, known.checked(now));
            }
        }
        return upTo(day);
    }

    private void forgetEldest() {
        var others = built.values().iterator();
        while (built.size() > 1 && (built.size() > KEPT || paperCount() > MOST_PAPERS)) {
            others.next();
            others.remove();
        }
    }

    private int paperCount() {
        return built.values().stream()
                .mapToInt(it -> it.window().papers().size())
                .sum();
    }

    private PaperWindow known(LocalDate day, long revision) {
        synchronized (built) {
            var known = built.get(day);
            if (known == null || known.revision() != revision) {
                return null;
            }
            built.put(day, known.checked(System.nanoTime()));
            return known.window();
        }
    }
}
