package dev.paperround.paper.source;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A source of papers that is polled automatically. Every bean of this type and every member of a {@link SourceGroup} is
 * polled, so a new source only takes one new class.
 */
public interface PaperSource {
    /** Returns the name that ingest records use for this source. */
    String name();

    /** Names the server. Sources on the same server are polled one after the other, across all instances. */
    default String server() {
        return name();
    }

    /** Returns the polling interval, or empty if the source is off. */
    Optional<Duration> every();

    /** Returns the days to request if today is this UTC day, newest first. */
    List<LocalDate> days(LocalDate today);

    /**
     * Fetches the papers listed for a day. This never throws: the refusal reports a failure, and the drafts hold the
     * papers read before it.
     *
     * @param mayWait total time that may be spent waiting if the source asks for a pause
     */
    ParseResult papersOf(LocalDate day, Duration mayWait);

    /** Returns the day to record the ingest under, for a source that lists a day other than the requested one. */
    default LocalDate recordedDay(LocalDate asked, ParseResult reading) {
        return asked;
    }
}
