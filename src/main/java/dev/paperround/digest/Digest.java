package dev.paperround.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What one mail says: {@code papers} of {@code matched} that matched of {@code considered} that were looked at. */
public record Digest(
        LocalDate day, List<DigestPaper> papers, int matched, int considered, boolean sample, DigestLinks links) {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /** Where a digest leads; {@code web}: to all that matched, those without room included. */
    public record DigestLinks(String web, String preferences, String unsubscribe, String home) {}

    public String dayInWords() {
        return LONG.format(day);
    }

    public int more() {
        return matched - papers.size();
    }

    public String subject() {
        var count = matched == 1 ? "1 paper" : matched + " papers";
        return count + " for " + SHORT.format(day) + ": " + papers.get(0).title();
    }

    public String preheader() {
        return matched + " of " + considered + (considered == 1 ? " paper" : " papers") + " matched your filters.";
    }

    Digest shortened(int most) {
        return new Digest(day, papers.subList(0, Math.min(most, papers.size())), matched, considered, sample, links);
    }
}
