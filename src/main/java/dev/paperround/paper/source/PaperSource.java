package dev.paperround.paper.source;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A place that papers come from by themselves. Every bean of this type is asked, and so is every member of a
 * {@link SourceGroup}: another source is one more class.
 */
public interface PaperSource {
    /** As the records of ingests call it. */
    String name();

    /** Sources of one server are asked one after the other, over all instances. */
    default String server() {
        return name();
    }

    /** How often it is asked; empty when it is off. */
    Optional<Duration> every();

    /** The days to ask for when today is this UTC day, newest first. */
    List<LocalDate> days(LocalDate today);

    /**
     * What the source lists for a day. It never throws: a source that fails says so in the refusal, and what it told
     * before is in the drafts.
     *
     * @param mayWait how long it may wait in all when the source asks for patience
     */
    ParseResult papersOf(LocalDate day, Duration mayWait);

    /** The day to keep the record of an ingest under, for a source that lists another one than was asked for. */
    default LocalDate recordedDay(LocalDate asked, ParseResult reading) {
        return asked;
    }
}
