package dev.paperround.digest;

import dev.paperround.digest.Selection.Nothing;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Selects one subscriber's papers from a window, the best first. They match any filter and were not received before.
 */
public final class Composer {
    // Limits the cache to a few tens of megabytes.
    private static final int MOST_REMEMBERED = 50_000;

    private record Wish(List<String> filters, int most) {}

    private final PaperWindow window;
    private final Ranking ranking;
    private final Map<Wish, Selection> remembered = new ConcurrentHashMap<>();

    Composer(PaperWindow window) {
        this.window = window;
        this.ranking = new Ranking(window.papers());
    }

    // Readers who have received nothing yet from the window share one selection if they have the same filters.
    public Selection compose(List<String> filters, int most) {
        var wish = new Wish(filters, most);
        var known = remembered.get(wish);
        if (known != null) {
            return known;
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        var composition = compose(filters, new BitSet(0), most);
        remembered.put(new Wish(List.copyOf(filters), most), composition);
        return composition;
    }

    public Selection compose(List<String> filters, Set<Long> received, int most) {
        var had = new BitSet(window.papers().size());
        received.forEach(paper -> window.position(paper).ifPresent(had::set));
        return had.isEmpty() ? compose(filters, most) : compose(filters, had, most);
    }

    private Selection compose(List<String> filters, BitSet had, int most) {
        var papers = window.papers().size();
        if (papers == 0) {
            return Selection.nothing(Nothing.NO_PAPERS, 0);
        }
        var asked = filters.stream().map(window::ask).flatMap(Optional::stream).toList();
        if (asked.isEmpty() && !filters.isEmpty()) {
            return Selection.nothing(Nothing.UNREADABLE, papers);
        }
        var matches = new BitSet(papers);
        asked.forEach(it -> matches.or(it.matches()));
        if (matches.isEmpty()) {
            return Selection.nothing(Nothing.NO_MATCH, papers);
        }
        matches.andNot(had);
        var considered = papers - had.cardinality();
        if (matches.isEmpty()) {
            return Selection.nothing(Nothing.NOTHING_NEW, considered);
        }
        var scores = new int[papers];
        asked.forEach(it -> it.addTo(scores));
        var best = ranking.bestFirst(matches, scores);
        var room = Math.min(most, best.size());
        return new Selection(best.subList(0, room), best.subList(room, best.size()), considered, Optional.empty());
    }
}
