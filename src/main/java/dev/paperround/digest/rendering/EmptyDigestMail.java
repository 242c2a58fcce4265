package dev.paperround.digest.rendering;

import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.digest.PaperWindows;
import dev.paperround.digest.Selection.Nothing;
import dev.paperround.i18n.Dates;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;

public record EmptyDigestMail(LocalDate day, Nothing why, int considered, Language language, DigestLinks links) {
    @CheckedTemplate(basePath = "NothingToday")
    static class Templates {
        static native TemplateInstance note(EmptyDigestMail nothing);

        static native TemplateInstance text(EmptyDigestMail nothing);
    }

    public DigestMail mail() {
        var html = QuotedPrintableText.of(rendered(Templates.note(this)));
        var text = QuotedPrintableText.of(rendered(Templates.text(this)));
        return new DigestMail(subject(), html, text, 0);
    }

    private String rendered(TemplateInstance template) {
        return template.setLocale(language.words()).render();
    }

    public String subject() {
        return Sentence.NOTHING_SUBJECT.in(language, Dates.in(language).dayAndMonth(day));
    }

    public String reason() {
        return switch (why) {
            case NO_PAPERS -> Sentence.NOTHING_TO_CHOOSE.in(language);
            case NO_MATCH ->
                considered == 1
                        ? Sentence.THE_ONE_DOES_NOT_MATCH.in(language, PaperWindows.DIGEST_DAYS)
                        : Sentence.NONE_MATCHES.in(
                                language, Dates.in(language).number(considered), PaperWindows.DIGEST_DAYS);
            case NOTHING_NEW -> Sentence.ALL_CAME_BEFORE.in(language);
            case UNREADABLE -> Sentence.UNREADABLE.in(language);
        };
    }
}
