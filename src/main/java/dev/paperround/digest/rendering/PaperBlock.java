package dev.paperround.digest.rendering;

import dev.paperround.digest.DigestPaper;
import dev.paperround.digest.MarkedText;
import dev.paperround.i18n.Language;
import dev.paperround.paper.Paper;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Holds an encoded paper for all readers whose filters mark it alike. Only their names for the filters are left open.
 */
record PaperBlock(String title, boolean sample, EncodedTemplate html, EncodedTemplate text) {
    record Filled(long paper, String title, boolean sample, QuotedPrintableText html, QuotedPrintableText text) {}

    static PaperBlock of(Paper paper, MarkedText marked, String link, Language language) {
        var shown = DigestPaper.of(paper, List.of(Placeholder.REASON.mark()), marked, link);
        return new PaperBlock(
                shown.title(),
                paper.sample(),
                EncodedTemplate.of(rendered(DigestMail.Templates.paper(shown), language)),
                EncodedTemplate.of(rendered(DigestMail.Templates.paperText(shown), language)));
    }

    private static String rendered(TemplateInstance template, Language language) {
        return template.setLocale(language.words()).render();
    }

    Filled filled(long paper, List<String> filters) {
        var reason = DigestPaper.reason(filters);
        return new Filled(paper, title, sample, filled(html, HtmlEscape.escaped(reason)), filled(text, reason));
    }

    private static QuotedPrintableText filled(EncodedTemplate stencil, String reason) {
        var pieces = new ArrayList<byte[]>(3);
        stencil.fill(new EnumMap<>(Map.of(Placeholder.REASON, reason)), List.of(), pieces);
        return new QuotedPrintableText(pieces);
    }

    int size() {
        return html.fixedLength() + text.fixedLength() + 2_000;
    }
}
