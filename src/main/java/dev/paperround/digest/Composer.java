package dev.paperround.digest;

import dev.paperround.digest.Composition.Nothing;
import dev.paperround.matching.Query;
import dev.paperround.paper.Paper;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Picks one subscriber's papers out of a window: what matches any filter, less what was received, the best first. */
public final class Composer {
    private final Window window;

    public Composer(Window window) {
        this.window = window;
    }

    private record Ranked(Paper paper, int score) {}

    /**
     * The order inside a digest, and the one place that decides it.
     *
     * <ol>
     *   <li>Relevance: {@link dev.paperround.matching.PaperIndex#score}, added up over the filters that match. Each word,
     *       phrase or prefix that is looked for and found counts once, by the best field it is found in: 3 points in the
     *       title, 2 in the keywords, 1 anywhere else. What a filter excludes, and {@code upvotes:}, count nothing.
     *   <li>Upvotes, the more the better; unknown ones come after none.
     *   <li>Freshness: the newest day the paper was featured on.
     *   <li>The title, so that the order is always the same.
     * </ol>
     *
     * Two words in the title (6) come before one in the title and one in the abstract (4), whatever the upvotes are.
     */
    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(Ranked::score)
            .thenComparing(it -> upvotes(it.paper()))
            .thenComparing(it -> it.paper().day().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(it -> it.paper().facts().title());

    public Composition compose(List<String> filters, Set<Long> received, int most) {
        var papers = window.papers();
        if (papers.isEmpty()) {
            return Composition.nothing(Nothing.NO_PAPERS, 0);
        }
        var asked = filters.stream().map(window::ask).flatMap(Optional::stream).toList();
        var matches = new BitSet(papers.size());
        asked.forEach(it -> matches.or(it.matches()));
        if (matches.isEmpty()) {
            return Composition.nothing(Nothing.NO_MATCH, papers.size());
        }
        received.forEach(paper -> window.position(paper).ifPresent(matches::clear));
        var considered = papers.size()
                - (int) received.stream()
                        .filter(it -> window.position(it).isPresent())
                        .count();
        if (matches.isEmpty()) {
            return Composition.nothing(Nothing.NOTHING_NEW, considered);
        }
        var best = matches.stream()
                .mapToObj(position -> new Ranked(papers.get(position), score(asked, position)))
                .sorted(BEST_FIRST)
                .map(it -> it.paper().id())
                .toList();
        var room = Math.min(most, best.size());
        return new Composition(best.subList(0, room), best.subList(room, best.size()), considered, Optional.empty());
    }

    private static int upvotes(Paper paper) {
        return paper.facts().upvotes() == null ? -1 : paper.facts().upvotes();
    }

    private int score(List<Window.Asked> asked, int position) {
        return asked.stream()
                .filter(it -> it.matches().get(position))
                .map(Window.Asked::query)
                .mapToInt((Query query) -> window.index().score(query, position))
                .sum();
    }
}
