package dev.paperround.subscriber.preferences;

import dev.paperround.i18n.Language;
import java.time.LocalDate;
import java.util.List;

/**
 * The validated preferences of a subscriber.
 *
 * @param pausedUntil first local date with a digest again, or null
 * @param noteWhenEmpty whether a day without papers brings a short mail that says so
 * @param language language of the mails
 */
public record Preferences(
        List<FilterText> filters,
        Schedule schedule,
        int maxPapers,
        LocalDate pausedUntil,
        boolean noteWhenEmpty,
        Language language) {
    public static final int DEFAULT_MAX_PAPERS = 20;
    static final int MOST_PAPERS = 100;
    static final int MOST_FILTERS = 20;
    public static final int LONGEST_NAME = 80;

    public Preferences in(Language other) {
        return new Preferences(filters, schedule, maxPapers, pausedUntil, noteWhenEmpty, other);
    }
}
