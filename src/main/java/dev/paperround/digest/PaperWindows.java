package dev.paperround.digest;

import dev.paperround.paper.Papers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The digests' windows in use, each built anew when papers have come in since. */
@ApplicationScoped
public class PaperWindows {
    /**
     * A paper stays a candidate for this many digest days, so that an outage, a weekend or late votes lose nothing. Papers
     * are featured on working days, so five of them are also the week a weekly digest looks back on.
     */
    public static final int DIGEST_DAYS = 5;

    private static final int KEPT = 8;

    /** Old digests on the web need windows of old days; those of busy sources are large. */
    private static final int MOST_PAPERS = 20_000;

    /** For so long a mail may tell an old number of upvotes. */
    private static final long RECENT_NANOS = 1_000_000_000;

    private record Built(long revision, PaperWindow window, long checkedAt) {
        Built checked(long now) {
            return new Built(revision, window, now);
        }
    }

    private final Map<LocalDate, Built> built = new LinkedHashMap<>(16, 0.75f, true);

    /** Many ask for a new day's window at once; one builds it. */
    private final Object building = new Object();

    @Inject
    Papers papers;

    /** What a digest for {@code day} can hold. */
    public PaperWindow upTo(LocalDate day) {
        // Asked before loading: papers that come in meanwhile make the window old, never unseen.
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
            var fresh = new PaperWindow(day, papers.ofLastDigests(DIGEST_DAYS, day));
            synchronized (built) {
                built.put(day, new Built(revision, fresh, System.nanoTime()));
                forgetEldest();
            }
            return fresh;
        }
    }

    /** The same, but a second old at most: asks for nothing while it is good, so that any number of mails can use it. */
    public PaperWindow recent(LocalDate day) {
        synchronized (built) {
            var now = System.nanoTime();
            var known = built.get(day);
            if (known != null && now - known.checkedAt() < RECENT_NANOS) {
                return known.window();
            }
            if (known != null) {
                // The others go on with it while this one looks.
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
