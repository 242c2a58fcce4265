package dev.paperround.digest;

import dev.paperround.i18n.Dates;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.MailMessages;
import dev.paperround.i18n.Message;
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
            var one = style.weekly()
                    ? Message.of(MailMessages.class, say -> say.weeklySubjectOfOne(on, firstTitle))
                    : Message.of(MailMessages.class, say -> say.digestSubjectOfOne(on, firstTitle));
            return one.in(style.language());
        }
        var count = dates.number(matched);
        var several = style.weekly()
                ? Message.of(MailMessages.class, say -> say.weeklySubject(on, firstTitle, count))
                : Message.of(MailMessages.class, say -> say.digestSubject(on, firstTitle, count));
        return several.in(style.language());
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
