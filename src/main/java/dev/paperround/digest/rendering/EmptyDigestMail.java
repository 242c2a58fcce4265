package dev.paperround.digest.rendering;

import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.digest.PaperWindows;
import dev.paperround.digest.Selection.Nothing;
import dev.paperround.i18n.Dates;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.MailMessages;
import dev.paperround.i18n.Message;
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
        return Message.of(
                        MailMessages.class,
                        say -> say.nothingSubject(Dates.in(language).dayAndMonth(day)))
                .in(language);
    }

    public String reason() {
        return switch (why) {
            case NO_PAPERS ->
                Message.of(MailMessages.class, say -> say.nothingToChoose()).in(language);
            case NO_MATCH ->
                considered == 1
                        ? Message.of(MailMessages.class, say -> say.theOneDoesNotMatch(PaperWindows.DIGEST_DAYS))
                                .in(language)
                        : Message.of(
                                        MailMessages.class,
                                        say -> say.noneMatches(
                                                Dates.in(language).number(considered), PaperWindows.DIGEST_DAYS))
                                .in(language);
            case NOTHING_NEW ->
                Message.of(MailMessages.class, say -> say.allCameBefore()).in(language);
            case UNREADABLE ->
                Message.of(MailMessages.class, say -> say.unreadable()).in(language);
        };
    }
}
