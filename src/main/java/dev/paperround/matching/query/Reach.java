package dev.paperround.matching.query;

import java.util.Locale;
import java.util.Optional;

/** Says how close papers must be, in standard deviations above the average paper of the archive. */
public enum Reach {
    NARROW(2.0f),
    BETWEEN(1.5f),
    BROAD(1.25f);

    private final float least;

    Reach(float least) {
        this.least = least;
    }

    public float least() {
        return least;
    }

    static Optional<Reach> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "narrow" -> Optional.of(NARROW);
            case "broad" -> Optional.of(BROAD);
            default -> Optional.empty();
        };
    }
}
