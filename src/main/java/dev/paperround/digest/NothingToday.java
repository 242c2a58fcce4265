package dev.paperround.digest;

import dev.paperround.digest.Composition.Nothing;
import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.language.Dates;
import dev.paperround.language.Language;
import dev.paperround.language.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;

/** The note of a day without a paper, for those who asked for one. */
public record NothingToday(LocalDate day, Nothing why, int considered, Language language, DigestLinks links) {

    @CheckedTemplate(basePath = "NothingToday")
    static class Templates {
        static native TemplateInstance note(NothingToday nothing);

        static native TemplateInstance text(NothingToday nothing);
    }

    public DigestMail mail() {
        var html = Encoded.of(rendered(Templates.note(this)));
        var text = Encoded.of(rendered(Templates.text(this)));
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
                        ? Sentence.THE_ONE_DOES_NOT_MATCH.in(language, Windows.DIGEST_DAYS)
                        : Sentence.NONE_MATCHES.in(
                                language, Dates.in(language).number(considered), Windows.DIGEST_DAYS);
            case NOTHING_NEW -> Sentence.ALL_CAME_BEFORE.in(language);
            case UNREADABLE -> Sentence.UNREADABLE.in(language);
        };
    }
}
