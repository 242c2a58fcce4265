package dev.paperround.digest;

import dev.paperround.digest.DigestPaper.Link;
import dev.paperround.language.Language;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.List;

/** What is said of a paper, in the language of the template that shows it. */
@TemplateExtension
final class PaperWords {
    private PaperWords() {}

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
