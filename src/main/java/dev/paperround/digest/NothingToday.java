package dev.paperround.digest;

import dev.paperround.digest.Composition.Nothing;
import dev.paperround.digest.Digest.DigestLinks;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The note of a day without a paper, for those who asked for one. */
public record NothingToday(LocalDate day, Nothing why, int considered, DigestLinks links) {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    @CheckedTemplate(basePath = "NothingToday")
    static class Templates {
        static native TemplateInstance note(NothingToday nothing);

        static native TemplateInstance text(NothingToday nothing);
    }

    public DigestMail mail() {
        var html = Encoded.of(Templates.note(this).render());
        var text = Encoded.of(Templates.text(this).render());
        return new DigestMail(subject(), html, text, 0);
    }

    public String dayInWords() {
        return LONG.format(day);
    }

    public String subject() {
        return "Nothing for " + SHORT.format(day);
    }

    public String reason() {
        var papers = considered == 1 ? "The 1 paper" : "None of the " + considered + " papers";
        return switch (why) {
            case NO_PAPERS -> "There were no papers to choose from.";
            case NO_MATCH ->
                papers + " of the last " + Windows.DIGEST_DAYS + " days with papers "
                        + (considered == 1 ? "does not match" : "matches") + " your filters.";
            case NOTHING_NEW -> "Every paper that matches your filters has come to you before.";
        };
    }
}
