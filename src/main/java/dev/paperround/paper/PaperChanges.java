package dev.paperround.paper;

import dev.paperround.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the papers that changed since a given point, for code that keeps data derived from them. */
@ApplicationScoped
public class PaperChanges {
    // Any number works as long as nothing else in this database uses it as a lock.
    private static final long LOCK = 0x7061706572726e64L;

    // The last placeholder takes the condition on days.
    private static final String RANKED = """
            ranked as (
                select f.paper_id, f.day, f.position,
                    row_number() over (
                        partition by f.day
                        order by %s) as rank
                from paper_day f join paper p on p.id = f.paper_id
                %s)
            """;

    private static final String FEATURES = """
            select paper_id,
                array_agg(day order by day desc) as days,
                array_agg(position order by day desc) as positions,
                array_agg(rank::integer order by day desc) as ranks
            from ranked
            """;

    @Inject
    Sql sql;

    public record State(String archive, long revision) {}

    public record Change(long paperId, long mark) {}

    /** Lets derived data see to these papers again; until the transaction ends nobody else changes papers. */
    public void touch(Collection<Long> ids) {
        sql.execute("select note_paper_change(id) from unnest(?) as touched (id)", (Object) ids.toArray(Long[]::new));
        sql.execute("update paper_revision set revision = revision + 1");
    }

    public void lock() {
        sql.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    public State state() {
        return sql.one(
                "select archive, revision from paper_revision", row -> new State(row.getString(1), row.getLong(2)));
    }

    public List<Change> after(Change last, long upTo, int most) {
        return sql.query(
                "select paper_id, mark from paper_change where (mark, paper_id) > (?, ?) and mark <= ? "
                        + "order by mark, paper_id limit ?",
                row -> new Change(row.getLong(1), row.getLong(2)),
                last.mark(),
                last.paperId(),
                upTo,
                most);
    }

    // Leaves out papers that are no longer featured on any day.
    public List<FeaturedPaper> featured(Collection<Long> ids) {
        var featured = "with "
                + RANKED.formatted(
                        PaperOrder.TRENDING, "where f.day in (select day from paper_day where paper_id = any (?))")
                + ", featured as (" + FEATURES + "where paper_id = any (?) group by paper_id) "
                + "select p.*, f.days, f.positions, f.ranks from paper p join featured f on f.paper_id = p.id";
        var array = ids.toArray(Long[]::new);
        return sql.query(featured, PaperChanges::featured, array, array);
    }

    public Map<Long, Integer> trending(LocalDate day, int most) {
        Map<Long, Integer> ranks = new HashMap<>();
        var ranked = "with " + RANKED.formatted(PaperOrder.TRENDING, "where f.day = ?")
                + "select paper_id, rank from ranked where rank <= ?";
        sql.query(ranked, row -> ranks.put(row.getLong(1), row.getInt(2)), day, most);
        return ranks;
    }

    public Set<LocalDate> daysOf(Collection<Long> ids) {
        return new HashSet<>(sql.query(
                "select distinct day from paper_day where paper_id = any (?)",
                row -> row.getObject(1, LocalDate.class),
                (Object) ids.toArray(Long[]::new)));
    }

    // Both ends of the range are included.
    public List<Long> idsBetween(LocalDate from, LocalDate to) {
        return sql.query(
                "select distinct paper_id from paper_day where day between ? and ?", row -> row.getLong(1), from, to);
    }

    private static FeaturedPaper featured(ResultSet row) throws SQLException {
        return new FeaturedPaper(Papers.paper(row), Sql.list(row, "ranks", Integer[].class));
    }
}
