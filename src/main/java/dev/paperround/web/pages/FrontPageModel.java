package dev.paperround.web.pages;

import dev.paperround.archive.Archive;
import dev.paperround.matching.archive.ArchiveSearch;
import dev.paperround.matching.query.Query;
import dev.paperround.paper.Paper;
import dev.paperround.paper.PaperOrder;
import dev.paperround.paper.Papers;
import dev.paperround.web.forms.FilterPreviews;
import dev.paperround.web.forms.TopicSuggestion;
import dev.paperround.web.forms.TopicSuggestions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Prepares the archive data for the front page, once for each state of the archive. */
@ApplicationScoped
public class FrontPageModel {
    private static final int SHOWN = 5;

    // Suggestions only need the newest papers.
    private static final int MOST_CONSIDERED = 3_000;

    @Inject
    Archive archive;

    @Inject
    Papers papers;

    private final ReentrantLock making = new ReentrantLock();
    private volatile Front made = new Front(-1, Optional.empty(), List.of());

    public record Front(long revision, Optional<Newest> newest, List<TopicSuggestion> suggestions) {}

    record Newest(LocalDate day, int all, List<PaperCard> papers) {
        public boolean isSample() {
            return papers.stream().anyMatch(PaperCard::isSample);
        }

        public String best() {
            return papers.get(0).title();
        }
    }

    /** Returns the previous data while another visitor's request is refreshing it or the archive is too busy. */
    public Front now() {
        var revision = papers.revision();
        if (made.revision() == revision || !(made.revision() < 0 ? lock() : making.tryLock())) {
            return made;
        }
        try {
            if (made.revision() != revision) {
                make(revision);
            }
            return made;
        } finally {
            making.unlock();
        }
    }

    private boolean lock() {
        making.lock();
        return true;
    }

    private void make(long revision) {
        archive.search(ArchiveSearch.everything().ofLast(FilterPreviews.DAYS).page(0, MOST_CONSIDERED))
                .ifPresent(lately -> {
                    var newest = lately.papers().stream()
                            .findFirst()
                            .flatMap(Paper::day)
                            .flatMap(this::newest);
                    made = new Front(revision, newest, TopicSuggestions.of(lately, this::matches));
                });
    }

    private int matches(Query query) {
        return archive.count(query, FilterPreviews.DAYS).orElse(0);
    }

    private Optional<Newest> newest(LocalDate day) {
        var ofDay = papers.ofDay(day, MOST_CONSIDERED, 0);
        if (ofDay.isEmpty()) {
            return Optional.empty();
        }
        var best = ofDay.stream()
                .sorted(PaperOrder.trending(day))
                .limit(SHOWN)
                .map(PaperCard::of)
                .toList();
        return Optional.of(new Newest(day, papers.idsOn(day).size(), best));
    }
}
