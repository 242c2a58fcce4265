package dev.paperround.digest;

import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.matching.Query;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import dev.paperround.subscription.FilterText;
import dev.paperround.subscription.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns chosen papers back into what a mail says of them, with the filters that chose them. */
@ApplicationScoped
public class Digests {
    @Inject
    Windows windows;

    @Inject
    Papers papers;

    @Inject
    Links links;

    public Digest digest(LocalDate day, Composition composition, List<FilterText> filters, DigestLinks mailLinks) {
        var shown = papers(day, composition.papers(), filters);
        var sample = shown.stream().anyMatch(it -> it.paper().sample());
        return new Digest(day, shown, composition.matched(), composition.considered(), sample, mailLinks);
    }

    /** In the order of the ids; a paper that is gone is left out. */
    public List<DigestPaper> papers(LocalDate day, List<Long> ids, List<FilterText> filters) {
        var window = holding(day, ids);
        var shown = new ArrayList<DigestPaper>();
        for (var id : ids) {
            window.position(id).ifPresent(position -> shown.add(shown(window, position, filters)));
        }
        return shown;
    }

    /** The day's window serves every mail of the day; a retry on a later day may need papers that have left it. */
    private Window holding(LocalDate day, List<Long> ids) {
        var window = windows.upTo(day);
        var allThere = ids.stream().allMatch(id -> window.position(id).isPresent());
        return allThere ? window : new Window(day, papers.byIds(ids));
    }

    private DigestPaper shown(Window window, int position, List<FilterText> filters) {
        var paper = window.papers().get(position);
        var names = new ArrayList<String>();
        var queries = new ArrayList<Query>();
        for (var filter : filters) {
            window.ask(filter.query()).filter(it -> it.matches().get(position)).ifPresent(asked -> {
                names.add(filter.name());
                queries.add(asked.query());
            });
        }
        return DigestPaper.of(paper, names, window.marked(position, queries), links.to(paperPath(paper)));
    }

    public static String paperPath(Paper paper) {
        return "/paper/" + paper.publicId();
    }
}
