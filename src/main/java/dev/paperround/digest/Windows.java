package dev.paperround.digest;

import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The windows in use, each built anew when papers have come in since. */
@ApplicationScoped
public class Windows {
    /**
     * A paper stays a candidate for this many digest days, so that an outage, a weekend or late votes lose nothing. Papers
     * are featured on working days, so five of them are also the week a weekly digest looks back on.
     */
    public static final int DIGEST_DAYS = 5;

    private static final int KEPT = 8;

    /** For so long a mail may tell an old number of upvotes. */
    private static final long RECENT_NANOS = 1_000_000_000;

    private record Built(long revision, Window window, long checkedAt) {
        Built checked(long now) {
            return new Built(revision, window, now);
        }
    }

    private final Map<String, Built> built = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Built> eldest) {
            return size() > KEPT;
        }
    };

    /** Many ask for a new day's window at once; one builds it. */
    private final Object building = new Object();

    @Inject
    Papers papers;

    /** What a digest for {@code day} can hold. */
    public Window upTo(LocalDate day) {
        return window(digestKey(day), () -> new Window(day, papers.ofLastDigests(DIGEST_DAYS, day)));
    }

    /** The same, but a second old at most: asks for nothing while it is good, so that any number of mails can use it. */
    Window recent(LocalDate day) {
        synchronized (built) {
            var now = System.nanoTime();
            var known = built.get(digestKey(day));
            if (known != null && now - known.checkedAt() < RECENT_NANOS) {
                return known.window();
            }
            if (known != null) {
                // The others go on with it while this one looks.
                built.put(digestKey(day), known.checked(now));
            }
        }
        return upTo(day);
    }

    private static String digestKey(LocalDate day) {
        return "digest " + day;
    }

    /** The papers of {@code days} calendar days, the last of them the newest day that has papers. */
    public Window latest(int days) {
        return window("latest " + days, () -> {
            var newest = papers.days().stream().findFirst().map(DigestDay::day).orElse(LocalDate.EPOCH);
            return new Window(newest, papers.between(newest.minusDays(days - 1L), newest));
        });
    }

    public Window everything() {
        return window("everything", () -> new Window(LocalDate.MAX, papers.all()));
    }

    private Window window(String key, Supplier<Window> load) {
        // Asked before loading: papers that come in meanwhile make the window old, never unseen.
        var revision = papers.revision();
        var known = known(key, revision);
        if (known != null) {
            return known;
        }
        synchronized (building) {
            var builtMeanwhile = known(key, revision);
            if (builtMeanwhile != null) {
                return builtMeanwhile;
            }
            var fresh = load.get();
            synchronized (built) {
                built.put(key, new Built(revision, fresh, System.nanoTime()));
            }
            return fresh;
        }
    }

    private Window known(String key, long revision) {
        synchronized (built) {
            var known = built.get(key);
            if (known == null || known.revision() != revision) {
                return null;
            }
            built.put(key, known.checked(System.nanoTime()));
            return known.window();
        }
    }
}
