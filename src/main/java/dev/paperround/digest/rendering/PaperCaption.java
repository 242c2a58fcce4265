package dev.paperround.digest.rendering;

import dev.paperround.digest.DigestPaper;
import dev.paperround.digest.DigestPaper.Link;
import dev.paperround.i18n.Language;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.List;

@TemplateExtension
final class PaperCaption {
    private PaperCaption() {}

    static String byline(DigestPaper paper, @TemplateAttribute("locale") Object locale) {
        return paper.byline(Language.ofLocale(locale));
    }

    static String votes(DigestPaper paper, @TemplateAttribute("locale") Object locale) {
        return paper.votes(Language.ofLocale(locale));
    }

    static List<Link> links(DigestPaper paper, @TemplateAttribute("locale") Object locale) {
        return paper.links(Language.ofLocale(locale));
    }
}
