package dev.paperround.digest;

import dev.paperround.matching.text.PaperText;
import dev.paperround.paper.Paper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Ranks the papers of each digest day in a window by upvotes, then comments, then title. If a day's upvotes are
 * unknown, the order of its page decides.
 */
final class Trending {
    private Trending() {}

    private record Featured(int paper, int position, Integer upvotes, int comments, String title) {
        private static final Comparator<Featured> ORDER = Comparator.comparing(
                        Featured::upvotes, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(it -> it.upvotes() == null ? it.position() : 0)
                .thenComparing(Featured::comments, Comparator.reverseOrder())
                .thenComparing(Featured::title);
    }

    // Returns each paper's best place on any of the days, from 1, by its position in the list.
    static int[] places(List<Paper> papers, LocalDate upTo) {
        var first = papers.stream()
                .flatMap(paper -> paper.dayUpTo(upTo).stream())
                .min(Comparator.naturalOrder())
                .orElse(upTo);
        Map<LocalDate, List<Featured>> byDay = new HashMap<>();
        for (var i = 0; i < papers.size(); i++) {
            var days = papers.get(i).days();
            for (var at = 0; at < days.size(); at++) {
                if (!days.get(at).isAfter(upTo) && !days.get(at).isBefore(first)) {
                    byDay.computeIfAbsent(days.get(at), day -> new ArrayList<>())
                            .add(featured(
                                    i, papers.get(i), papers.get(i).positions().get(at)));
                }
            }
        }
        var places = new int[papers.size()];
        Arrays.fill(places, PaperText.NOWHERE);
        for (var ofDay : byDay.values()) {
            ofDay.sort(Featured.ORDER);
            for (var place = 0; place < ofDay.size(); place++) {
                var paper = ofDay.get(place).paper();
                places[paper] = Math.min(places[paper], place + 1);
            }
        }
        return places;
    }

    private static Featured featured(int index, Paper paper, int position) {
        var facts = paper.facts();
        return new Featured(
                index, position, facts.upvotes(), Objects.requireNonNullElse(facts.comments(), 0), facts.title());
    }
}
