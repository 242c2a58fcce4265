package dev.paperround.digest;

import dev.paperround.i18n.Dates;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.Sentence;
import java.time.LocalDate;

/**
 * Holds the content of one mail. It shows {@code shown} of the {@code matched} papers among those {@code considered}.
 */
public record Digest(
        LocalDate day,
        int shown,
        int matched,
        int considered,
        boolean sample,
        Style style,
        String subject,
        DigestLinks links) {
    public record Style(Language language, boolean weekly) {}

    public record DigestLinks(String web, String preferences, String unsubscribe, String home) {
        public String privacy() {
            return home + "privacy";
        }
    }

    public static String subject(LocalDate day, int matched, String firstTitle, Style style) {
        var dates = Dates.in(style.language());
        var on = dates.dayAndMonth(day);
        if (matched == 1) {
            var one = style.weekly() ? Sentence.WEEKLY_SUBJECT_OF_ONE : Sentence.DIGEST_SUBJECT_OF_ONE;
            return one.in(style.language(), on, firstTitle);
        }
        var several = style.weekly() ? Sentence.WEEKLY_SUBJECT : Sentence.DIGEST_SUBJECT;
        return several.in(style.language(), on, firstTitle, dates.number(matched));
    }

    public int more() {
        return matched - shown;
    }

    public Digest showing(int papers) {
        return new Digest(day, papers, matched, considered, sample, style, subject, links);
    }

    public Digest with(String otherSubject, DigestLinks otherLinks) {
        return new Digest(day, shown, matched, considered, sample, style, otherSubject, otherLinks);
    }
}
