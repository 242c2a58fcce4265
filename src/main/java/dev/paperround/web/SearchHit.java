package dev.paperround.web;

import dev.paperround.digest.DigestPaper;
import dev.paperround.digest.Digests;
import dev.paperround.matching.Field;
import dev.paperround.matching.Highlighter;
import dev.paperround.matching.Query;
import dev.paperround.paper.Paper;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A paper that a search found, and where the words are. */
record SearchHit(DigestPaper told, List<Elsewhere> elsewhere) {
    private static final int LONGEST = 160;

    /** Words that stand neither in the title nor in the abstract. */
    record Elsewhere(Field field, RawString text) {}

    static SearchHit of(Paper paper, Query query) {
        var told = DigestPaper.found(paper, query, Digests.paperPath(paper));
        var shown = Stream.of(told.markedTitle(), told.markedExcerpt(), told.markedPassage())
                .anyMatch(text -> hasMark(text.toString()));
        return new SearchHit(told, shown ? List.of() : elsewhere(paper, query));
    }

    private static List<Elsewhere> elsewhere(Paper paper, Query query) {
        var facts = paper.facts();
        return Stream.of(
                        marked(Field.AUTHORS, String.join(", ", facts.authors()), query),
                        marked(Field.ORGANIZATION, Objects.requireNonNullElse(facts.organization(), ""), query),
                        marked(Field.KEYWORDS, String.join(", ", facts.keywords()), query))
                .filter(it -> hasMark(it.text().toString()))
                .toList();
    }

    private static Elsewhere marked(Field field, String text, Query query) {
        return new Elsewhere(field, new RawString(Highlighter.excerpt(text, field, List.of(query), LONGEST)));
    }

    private static boolean hasMark(String html) {
        return html.contains("<mark>");
    }
}
