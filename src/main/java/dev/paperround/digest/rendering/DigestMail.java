package dev.paperround.digest.rendering;

import dev.paperround.digest.Digest;
import dev.paperround.digest.DigestPaper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Holds a digest as the two parts of a mail, with the first {@code papers} of the requested ones, as many as fit. */
public record DigestMail(String subject, QuotedPrintableText html, QuotedPrintableText text, int papers) {
    // Gmail hides everything after about 102 KB, including the unsubscribe link.
    static final int MOST_BYTES = 90_000;

    @CheckedTemplate(basePath = "DigestMail")
    public static class Templates {
        static native TemplateInstance digest(Digest digest, RawString papers);

        static native TemplateInstance text(Digest digest, RawString papers);

        static native TemplateInstance paper(DigestPaper item);

        static native TemplateInstance paperText(DigestPaper item);
    }

    // Includes at least one paper, however large it is.
    static DigestMail of(Digest digest, List<PaperBlock.Filled> papers, List<Long> wanted, FrameCache frameCache) {
        var values = values(digest);
        var escaped = new EnumMap<>(values);
        escaped.replaceAll((blank, value) -> HtmlEscape.escaped(value));
        var fitting = papers;
        var frame = frameCache.of(digest.showing(fitting.size()));
        var html = filled(frame.html(), escaped, fitting, PaperBlock.Filled::html);
        while (html.length() > MOST_BYTES && fitting.size() > 1) {
            fitting = fitting.subList(0, fitting.size() - tooMany(fitting, html.length() - MOST_BYTES));
            frame = frameCache.of(digest.showing(fitting.size()));
            html = filled(frame.html(), escaped, fitting, PaperBlock.Filled::html);
        }
        var text = filled(frame.text(), values, fitting, PaperBlock.Filled::text);
        var all = fitting.size() == papers.size();
        var room = all
                ? wanted.size()
                : wanted.indexOf(fitting.get(fitting.size() - 1).paper()) + 1;
        return new DigestMail(digest.subject(), html, text, room);
    }

    private static EnumMap<Placeholder, String> values(Digest digest) {
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        values.put(Placeholder.SUBJECT, digest.subject());
        values.put(Placeholder.WEB, digest.links().web());
        values.put(Placeholder.PREFERENCES, digest.links().preferences());
        values.put(Placeholder.UNSUBSCRIBE, digest.links().unsubscribe());
        values.put(Placeholder.HOME, digest.links().home());
        return values;
    }

    private static int tooMany(List<PaperBlock.Filled> papers, int bytes) {
        var left = papers.size();
        for (var saved = 0; saved < bytes && left > 1; left--) {
            saved += papers.get(left - 1).html().length();
        }
        return papers.size() - left;
    }

    private static QuotedPrintableText filled(
            EncodedTemplate frame,
            Map<Placeholder, String> values,
            List<PaperBlock.Filled> papers,
            Function<PaperBlock.Filled, QuotedPrintableText> part) {
        var blocks = new ArrayList<byte[]>(papers.size() * 3);
        papers.forEach(paper -> blocks.addAll(part.apply(paper).pieces()));
        var pieces = new ArrayList<byte[]>(blocks.size() + 24);
        frame.fill(values, blocks, pieces);
        return new QuotedPrintableText(pieces);
    }
}
