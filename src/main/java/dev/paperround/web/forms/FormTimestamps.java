package dev.paperround.web.forms;

import dev.paperround.http.Network;
import dev.paperround.subscriber.signup.SignUpSettings;
import dev.paperround.subscriber.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Signs the time a form was shown, because bots submit it faster than people can, or without loading it. */
@ApplicationScoped
public class FormTimestamps {
    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,12})\\.([A-Za-z0-9_-]{12})");

    public enum Finding {
        FINE,
        ROBOT,
        // The form was opened too long ago for its timestamp to be meaningful.
        STALE
    }

    @Inject
    Tokens tokens;

    @Inject
    SignUpSettings settings;

    @Inject
    Clock clock;

    String fresh() {
        var millis = Long.toString(clock.instant().toEpochMilli(), Character.MAX_RADIX);
        return millis + "." + tokens.keyed("form " + millis);
    }

    /** Keeps a timestamp with a valid signature, so that correcting a form does not restart the clock. */
    public String keptOrFresh(String stamp) {
        return shownAt(stamp).isPresent() ? stamp : fresh();
    }

    // Local requests are the operator's own scripts.
    public Finding look(String stamp, Network network) {
        if (network.isLoopback()) {
            return Finding.FINE;
        }
        var age = shownAt(stamp).map(it -> Duration.between(it, clock.instant()));
        if (age.filter(it -> it.compareTo(settings.fillTime()) >= 0).isEmpty()) {
            return Finding.ROBOT;
        }
        return age.get().compareTo(GOOD_FOR) > 0 ? Finding.STALE : Finding.FINE;
    }

    private Optional<Instant> shownAt(String stamp) {
        var match = FORM.matcher(stamp);
        return match.matches() && tokens.isKeyed("form " + match.group(1), match.group(2))
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(match.group(1), Character.MAX_RADIX)))
                : Optional.empty();
    }
}
