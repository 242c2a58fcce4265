package dev.paperround.web;

import dev.paperround.digest.Windows;
import dev.paperround.matching.Field;
import dev.paperround.matching.Highlighter;
import dev.paperround.matching.Query;
import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The preview that pages bring along; what is typed afterwards is looked up by their script. */
@ApplicationScoped
class FilterLooks {
    static final int DAYS = 30;
    private static final int TITLES = 3;

    @Inject
    Windows windows;

    /** Empty for a query that is refused. */
    Optional<FilterLook> of(String typed) {
        return Query.parse(typed).query().map(query -> look(typed, query));
    }

    private FilterLook look(String typed, Query query) {
        var window = windows.latest(DAYS);
        var matches = window.index().match(query);
        var titles = matches.stream()
                .limit(TITLES)
                .mapToObj(position -> window.papers().get(position).facts().title())
                .map(title -> new RawString(Highlighter.mark(title, Field.TITLE, List.of(query))))
                .toList();
        return new FilterLook(
                matches.cardinality(), window.papers().size(), DAYS, titles, new QueryLinks(typed.strip()));
    }
}
