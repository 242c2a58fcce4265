package dev.paperround.digest;

import dev.paperround.language.Language;
import dev.paperround.paper.Paper;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A paper as a mail shows it to all whose filters mark it alike, encoded; open is only what they call their filters. */
record PaperBlock(String title, boolean sample, Stencil html, Stencil text) {
    /** A paper in one mail. */
    record Filled(long paper, String title, boolean sample, Encoded html, Encoded text) {}

    static PaperBlock of(Paper paper, MarkedText marked, String link, Language language) {
        var shown = DigestPaper.of(paper, List.of(Blank.REASON.mark()), marked, link);
        return new PaperBlock(
                shown.title(),
                paper.sample(),
                Stencil.of(rendered(DigestMail.Templates.paper(shown), language)),
                Stencil.of(rendered(DigestMail.Templates.paperText(shown), language)));
    }

    private static String rendered(TemplateInstance template, Language language) {
        return template.setLocale(language.words()).render();
    }

    Filled filled(long paper, List<String> filters) {
        var reason = DigestPaper.reason(filters);
        return new Filled(paper, title, sample, filled(html, Html.escaped(reason)), filled(text, reason));
    }

    private static Encoded filled(Stencil stencil, String reason) {
        var pieces = new ArrayList<byte[]>(3);
        stencil.fill(new EnumMap<>(Map.of(Blank.REASON, reason)), List.of(), pieces);
        return new Encoded(pieces);
    }

    /** About what it takes of memory. */
    int size() {
        return html.fixedLength() + text.fixedLength() + 2_000;
    }
}
