package dev.paperround.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What one mail says: {@code shown} papers of {@code matched} that matched of {@code considered} that were looked at. */
public record Digest(
        LocalDate day, int shown, int matched, int considered, boolean sample, String subject, DigestLinks links) {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /** Where a digest leads; {@code web}: to all that matched, those without room included. */
    public record DigestLinks(String web, String preferences, String unsubscribe, String home) {}

    static String subject(LocalDate day, int matched, String firstTitle) {
        var count = matched == 1 ? "1 paper" : matched + " papers";
        return count + " for " + SHORT.format(day) + ": " + firstTitle;
    }

    public String dayInWords() {
        return LONG.format(day);
    }

    public int more() {
        return matched - shown;
    }

    public String preheader() {
        return matched + " of " + considered + (considered == 1 ? " paper" : " papers") + " matched your filters.";
    }

    Digest showing(int papers) {
        return new Digest(day, papers, matched, considered, sample, subject, links);
    }

    Digest with(String otherSubject, DigestLinks otherLinks) {
        return new Digest(day, shown, matched, considered, sample, otherSubject, otherLinks);
    }
}
