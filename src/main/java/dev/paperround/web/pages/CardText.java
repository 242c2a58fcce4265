package dev.paperround.web.pages;

import dev.paperround.digest.DigestPaper;
import dev.paperround.digest.DigestPaper.Link;
import dev.paperround.i18n.Language;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.util.List;
import java.util.Optional;

@TemplateExtension
final class CardText {
    private CardText() {}

    static String byline(PaperCard card, @TemplateAttribute("locale") Object locale) {
        return card.told().byline(Language.ofLocale(locale));
    }

    static RawString linkedByline(PaperCard card, @TemplateAttribute("locale") Object locale) {
        return linkedByline(card.told(), locale);
    }

    static RawString linkedByline(DigestPaper paper, @TemplateAttribute("locale") Object locale) {
        return new RawString(paper.byline(Language.ofLocale(locale), LinkedByline.STYLE));
    }

    static String votes(PaperCard card, @TemplateAttribute("locale") Object locale) {
        return card.told().votes(Language.ofLocale(locale));
    }

    static Optional<String> authors(PaperCard card, @TemplateAttribute("locale") Object locale) {
        return card.authors(Language.ofLocale(locale));
    }

    static String description(PaperCard card, @TemplateAttribute("locale") Object locale) {
        return card.description(Language.ofLocale(locale));
    }

    static List<Link> links(PaperCard card, @TemplateAttribute("locale") Object locale) {
        return card.links(Language.ofLocale(locale));
    }
}
