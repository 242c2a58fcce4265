package dev.paperround.digest;

import dev.paperround.matching.PaperIndex;
import dev.paperround.matching.Query;
import dev.paperround.paper.Paper;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Papers of many days as an index alone, newest first: the few that are shown are read from the database. Immutable. */
public final class Archive {
    private final PaperIndex index;
    private final long[] ids;
    private final long[] days;
    private final int[] upvotes;

    private Archive(PaperIndex index, long[] ids, long[] days, int[] upvotes) {
        this.index = index;
        this.ids = ids;
        this.days = days;
        this.upvotes = upvotes;
    }

    static Archive of(List<Paper> newestFirst) {
        return new Archive(
                PaperIndex.of(newestFirst.stream().map(Window::textOf).toList()),
                newestFirst.stream().mapToLong(Paper::id).toArray(),
                newestFirst.stream()
                        .mapToLong(paper -> paper.day().orElseThrow().toEpochDay())
                        .toArray(),
                newestFirst.stream()
                        .mapToInt(paper ->
                                Objects.requireNonNullElse(paper.facts().upvotes(), -1))
                        .toArray());
    }

    public int size() {
        return ids.length;
    }

    public Optional<LocalDate> newestDay() {
        return ids.length == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(days[0]));
    }

    /** The number of papers of so many calendar days up to the newest day. */
    public int within(int calendarDays) {
        var size = 0;
        while (size < days.length && days[size] > days[0] - calendarDays) {
            size++;
        }
        return size;
    }

    public PaperIndex index() {
        return index;
    }

    /** The ids of the papers that match, newest first. */
    public LongStream matching(Query query) {
        return matching(query, ids.length);
    }

    /** The same, among the newest papers only. */
    public LongStream matching(Query query, int newest) {
        return positions(query, newest).mapToLong(position -> ids[position]);
    }

    /** In the order of a digest: the best score first, then the most upvotes, then the newest. */
    public LongStream bestFirst(Query query) {
        var scores = index.scores(query);
        return positions(query, ids.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(position -> scores[position])
                        .thenComparingInt(position -> upvotes[position])
                        .reversed())
                .mapToLong(position -> ids[position]);
    }

    private IntStream positions(Query query, int newest) {
        return index.match(query).stream().takeWhile(position -> position < newest);
    }
}
