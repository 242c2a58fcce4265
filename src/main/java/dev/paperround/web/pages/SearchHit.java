package dev.paperround.web.pages;

import dev.paperround.matching.Highlighter;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.Field;
import dev.paperround.paper.Paper;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

record SearchHit(PaperCard card, RawString title, RawString excerpt, List<Elsewhere> elsewhere) {
    private static final int EXCERPT = 320;
    private static final int LONGEST_ELSEWHERE = 160;

    record Elsewhere(Field field, RawString text) {}

    static SearchHit of(Paper paper, Query query) {
        var facts = paper.facts();
        var title = Highlighter.mark(facts.title(), Field.TITLE, List.of(query));
        // Summaries are not searched, but one is better than no excerpt.
        var excerpt = facts.abstractText() == null
                ? Highlighter.excerpt(text(facts.summary()), Field.ABSTRACT, List.of(), EXCERPT)
                : Highlighter.excerpt(facts.abstractText(), Field.ABSTRACT, List.of(query), EXCERPT);
        return new SearchHit(
                PaperCard.of(paper),
                new RawString(title),
                new RawString(excerpt),
                hasMark(title + excerpt) ? List.of() : elsewhere(paper, query));
    }

    private static List<Elsewhere> elsewhere(Paper paper, Query query) {
        var facts = paper.facts();
        return Stream.of(
                        marked(Field.AUTHORS, String.join(", ", facts.authors()), query),
                        marked(Field.ORGANIZATION, text(facts.organization()), query),
                        marked(Field.KEYWORDS, String.join(", ", facts.keywords()), query))
                .filter(it -> hasMark(it.text().toString()))
                .toList();
    }

    private static Elsewhere marked(Field field, String text, Query query) {
        return new Elsewhere(field, new RawString(Highlighter.excerpt(text, field, List.of(query), LONGEST_ELSEWHERE)));
    }

    private static String text(String known) {
        return Objects.requireNonNullElse(known, "");
    }

    private static boolean hasMark(String html) {
        return html.contains("<mark>");
    }
}
