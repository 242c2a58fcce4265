package dev.paperround.digest;

import dev.paperround.matching.text.PaperText;
import dev.paperround.paper.Paper;
import dev.paperround.paper.PaperOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks the papers of each digest day in a window. */
final class Trending {
    private Trending() {}

    // Returns each paper's best place on any of the days, from 1, by its position in the list.
    static int[] places(List<Paper> papers, LocalDate upTo) {
        var first = papers.stream()
                .flatMap(paper -> paper.dayUpTo(upTo).stream())
                .min(Comparator.naturalOrder())
                .orElse(upTo);
        Map<LocalDate, List<Integer>> byDay = new HashMap<>();
        for (var i = 0; i < papers.size(); i++) {
            for (var day : papers.get(i).days()) {
                if (!day.isAfter(upTo) && !day.isBefore(first)) {
                    byDay.computeIfAbsent(day, absent -> new ArrayList<>()).add(i);
                }
            }
        }
        var places = new int[papers.size()];
        Arrays.fill(places, PaperText.NOWHERE);
        byDay.forEach((day, featured) -> {
            featured.sort(Comparator.comparing(papers::get, PaperOrder.trending(day)));
            for (var place = 0; place < featured.size(); place++) {
                var paper = featured.get(place);
                places[paper] = Math.min(places[paper], place + 1);
            }
        });
        return places;
    }
}
