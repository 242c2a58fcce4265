package dev.paperround.web;

import dev.paperround.digest.Window;
import dev.paperround.digest.Windows;
import dev.paperround.paper.Paper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the front page tells of the archive, made once for each state of it. */
@ApplicationScoped
class FrontPapers {
    private static final int SHOWN = 5;

    @Inject
    Windows windows;

    private volatile Front made;

    record Front(Window window, Optional<Newest> newest, List<Suggestion> suggestions) {}

    /** A look at the newest digest day: its best papers, as if somebody wanted all. */
    record Newest(LocalDate day, int all, List<PaperCard> papers) {
        public boolean isSample() {
            return papers.stream().anyMatch(PaperCard::isSample);
        }

        public String best() {
            return papers.get(0).title();
        }
    }

    Front now() {
        var window = windows.latest(FilterLooks.DAYS);
        var known = made;
        if (known != null && known.window() == window) {
            return known;
        }
        var fresh = new Front(window, newest(window), Suggestions.of(window));
        made = fresh;
        return fresh;
    }

    private static Optional<Newest> newest(Window window) {
        var day = window.day();
        var papers = window.papers().stream()
                .filter(paper -> paper.days().contains(day))
                .toList();
        if (papers.isEmpty()) {
            return Optional.empty();
        }
        var best = papers.stream()
                .sorted(Comparator.comparing(FrontPapers::upvotes).reversed())
                .limit(SHOWN)
                .map(PaperCard::of)
                .toList();
        return Optional.of(new Newest(day, papers.size(), best));
    }

    private static int upvotes(Paper paper) {
        return Objects.requireNonNullElse(paper.facts().upvotes(), -1);
    }
}
