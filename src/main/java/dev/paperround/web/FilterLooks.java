package dev.paperround.web;

import dev.paperround.digest.Archive;
import dev.paperround.digest.Archives;
import dev.paperround.matching.Field;
import dev.paperround.matching.Highlighter;
import dev.paperround.matching.Query;
import dev.paperround.paper.Papers;
import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The preview that pages bring along; what is typed afterwards is looked up by their script. */
@ApplicationScoped
class FilterLooks {
    static final int DAYS = 30;
    private static final int TITLES = 3;

    @Inject
    Archives archives;

    @Inject
    Papers papers;

    /** Empty for a query that is refused, and while the archive is too busy. */
    Optional<FilterLook> of(String typed) {
        return Query.parse(typed).query().flatMap(query -> archives.ask(DAYS, archive -> look(archive, typed, query)));
    }

    private FilterLook look(Archive archive, String typed, Query query) {
        var considered = archive.within(DAYS);
        var matching = archive.matching(query, considered).toArray();
        var shown = Arrays.stream(matching).limit(TITLES).boxed().toList();
        var titles = papers.byIds(shown).stream()
                .map(paper -> paper.facts().title())
                .map(title -> new RawString(Highlighter.mark(title, Field.TITLE, List.of(query))))
                .toList();
        return new FilterLook(matching.length, considered, DAYS, titles, new QueryLinks(typed.strip()));
    }
}
