package dev.paperround.web.forms;

import dev.paperround.archive.Archive;
import dev.paperround.archive.ArchiveHits;
import dev.paperround.matching.Highlighter;
import dev.paperround.matching.archive.ArchiveSearch;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.Field;
import dev.paperround.web.QueryHints;
import dev.paperround.web.QueryLinks;
import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Creates the filter previews a page is rendered with; its script fetches later ones. */
@ApplicationScoped
public class FilterPreviews {
    public static final int DAYS = 30;
    private static final int TITLES = 3;

    @Inject
    Archive archive;

    @Inject
    QueryHints hints;

    /** Returns empty for an invalid query, or while the archive is too busy. */
    Optional<FilterPreview> of(String typed) {
        return Query.parse(typed).query().flatMap(query -> archive.search(
                        ArchiveSearch.of(query).ofLast(DAYS).page(0, TITLES))
                .map(hits -> look(hits, typed, query).with(hints.of(typed))));
    }

    private static FilterPreview look(ArchiveHits hits, String typed, Query query) {
        var titles = hits.papers().stream()
                .map(paper -> paper.facts().title())
                .map(title -> new RawString(Highlighter.mark(title, Field.TITLE, List.of(query))))
                .toList();
        return new FilterPreview(
                hits.total(), hits.considered(), DAYS, titles, new QueryLinks(typed.strip()), List.of());
    }
}
