package dev.paperround.digest;

import dev.paperround.matching.Highlighter;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.Field;
import dev.paperround.paper.Paper;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Objects;

/**
 * Holds a paper's texts as plain text and as safe HTML with the matches marked. It is expensive to create and shared.
 */
public record MarkedText(
        RawString title, RawString excerpt, String plainExcerpt, RawString passage, String plainPassage) {
    private static final int EXCERPT_LENGTH = 320;
    private static final int PASSAGE_LENGTH = 160;

    public static MarkedText of(Paper paper, List<Query> queries) {
        var title = Highlighter.mark(paper.facts().title(), Field.TITLE, queries);
        var excerpt = excerpt(told(paper), queries, marks(title));
        var passage = marks(title) || marks(excerpt) ? "" : passage(paper, queries);
        return new MarkedText(
                new RawString(title), new RawString(excerpt), plain(excerpt), new RawString(passage), plain(passage));
    }

    // Starts at the beginning if the title already shows a match, and otherwise near the first hit.
    private static String excerpt(String text, List<Query> queries, boolean titleTells) {
        if (!titleTells) {
            return Highlighter.excerpt(text, Field.ABSTRACT, queries, EXCERPT_LENGTH);
        }
        var beginning = plain(Highlighter.excerpt(text, Field.ABSTRACT, List.of(), EXCERPT_LENGTH));
        return Highlighter.mark(beginning, Field.ABSTRACT, queries);
    }

    // Used if neither the title nor the summary sentence shows why the paper was selected.
    private static String passage(Paper paper, List<Query> queries) {
        if (paper.facts().summary() == null || paper.facts().abstractText() == null) {
            return "";
        }
        var passage = Highlighter.excerpt(paper.facts().abstractText(), Field.ABSTRACT, queries, PASSAGE_LENGTH);
        return marks(passage) ? passage : "";
    }

    // One sentence says more than the beginning of an abstract.
    private static String told(Paper paper) {
        return Objects.requireNonNullElse(
                paper.facts().summary(),
                Objects.requireNonNullElse(paper.facts().abstractText(), ""));
    }

    private static boolean marks(String html) {
        return html.contains("<mark>");
    }

    private static String plain(String marked) {
        return marked.replace("<mark>", "")
                .replace("</mark>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
