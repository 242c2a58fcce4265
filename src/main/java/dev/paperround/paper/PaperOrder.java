package dev.paperround.paper;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * Orders papers wherever they are listed. Each order that the database has to know as well stands next to its SQL. The
 * archive's index follows {@link #NEWEST_FIRST} and, for the best matches, relevance, upvotes and then the same.
 */
public final class PaperOrder {
    // For a paper p that is joined with one of its days as featured.
    static final String NEWEST_FIRST = "featured.day desc, featured.position, p.id";

    private static final Comparator<Paper> MOST_UPVOTES =
            Comparator.comparing(paper -> paper.facts().upvotes(), Comparator.nullsLast(Comparator.reverseOrder()));

    /** Orders papers of equal relevance in a digest. */
    public static final Comparator<Paper> DIGEST = MOST_UPVOTES
            .thenComparing(paper -> paper.day().orElse(LocalDate.MIN), Comparator.reverseOrder())
            .thenComparing(paper -> paper.facts().title());

    // For a paper p that is joined with one of its days as f. The collation compares as Java does.
    static final String TRENDING = """
            p.upvotes desc nulls last, case when p.upvotes is null then f.position end,
            coalesce(p.comments, 0) desc, p.title collate "C", f.position""";

    private PaperOrder() {}

    /** Orders the papers of a digest day as {@link #TRENDING} does. If upvotes are unknown, the day's page decides. */
    public static Comparator<Paper> trending(LocalDate day) {
        return MOST_UPVOTES
                .thenComparing(paper -> paper.facts().upvotes() == null ? paper.positionOn(day) : 0)
                .thenComparing(
                        paper -> Objects.requireNonNullElse(paper.facts().comments(), 0), Comparator.reverseOrder())
                .thenComparing(paper -> paper.facts().title())
                .thenComparing(paper -> paper.positionOn(day));
    }
}
