package dev.paperround.web;

import dev.paperround.digest.Archive;
import dev.paperround.digest.Archives;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
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

    /** Suggestions need no more than what is newest. */
    private static final int MOST_CONSIDERED = 3_000;

    private static final Front EMPTY = new Front(null, Optional.empty(), List.of());

    @Inject
    Archives archives;

    @Inject
    Papers papers;

    private Front made = EMPTY;

    record Front(Archive archive, Optional<Newest> newest, List<Suggestion> suggestions) {}

    /** A look at the newest digest day: its best papers, as if somebody wanted all. */
    record Newest(LocalDate day, int all, List<PaperCard> papers) {
        public boolean isSample() {
            return papers.stream().anyMatch(PaperCard::isSample);
        }

        public String best() {
            return papers.get(0).title();
        }
    }

    /** That of before, while the archive is too busy. */
    Front now() {
        return archives.ask(FilterLooks.DAYS, this::of).orElseGet(this::made);
    }

    private synchronized Front made() {
        return made;
    }

    private synchronized Front of(Archive archive) {
        if (made.archive() != archive) {
            var shown = papers.newest(Optional.empty(), Math.min(archive.within(FilterLooks.DAYS), MOST_CONSIDERED), 0);
            made = new Front(
                    archive, archive.newestDay().flatMap(this::newest), Suggestions.of(shown, archive.index()));
        }
        return made;
    }

    private Optional<Newest> newest(LocalDate day) {
        var ofDay = papers.ofDay(day, MOST_CONSIDERED, 0);
        if (ofDay.isEmpty()) {
            return Optional.empty();
        }
        var best = ofDay.stream()
                .sorted(Comparator.comparing(FrontPapers::upvotes).reversed())
                .limit(SHOWN)
                .map(PaperCard::of)
                .toList();
        return Optional.of(new Newest(day, papers.idsOn(day).size(), best));
    }

    private static int upvotes(Paper paper) {
        return Objects.requireNonNullElse(paper.facts().upvotes(), -1);
    }
}
