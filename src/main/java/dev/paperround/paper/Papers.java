package dev.paperround.paper;

import dev.paperround.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class Papers {
    private static final String PAPER = """
            select p.*,
                   array(select day from paper_day where paper_id = p.id order by day desc) as days,
                   array(select position from paper_day where paper_id = p.id order by day desc) as positions
            from paper p
            """;

    @Inject
    Sql sql;

    public record Stamp(String publicId, Instant updatedAt) {}

    // Accepts the current id or title key and any earlier one.
    public Optional<Paper> find(String publicId) {
        // Several papers can share a title, and two papers may once have been mistaken for one.
        String byAlias = PAPER + """
                join paper_alias a on a.paper_id = p.id
                where a.alias = ? and p.removed_at is null
                order by 'id:' || p.public_id = a.alias desc, p.id
                limit 1
                """;
        return sql.find(byAlias, Papers::paper, alias(publicId));
    }

    public static String alias(String publicId) {
        return PaperAliases.byId(
                        ArxivId.find(publicId).or(() -> Doi.find(publicId)).orElse(publicId))
                .replace("\0", "");
    }

    // Keeps the order of the ids, includes removed papers and leaves out unknown ids.
    public List<Paper> byIds(Collection<Long> ids) {
        Map<Long, Paper> found =
                sql.query(PAPER + "where p.id = any (?)", Papers::paper, (Object) ids.toArray(Long[]::new)).stream()
                        .collect(Collectors.toMap(Paper::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    public List<DigestDay> days() {
        return sql.query(
                "select day, count(*) from paper_day group by day order by day desc",
                row -> new DigestDay(row.getObject(1, LocalDate.class), row.getLong(2)));
    }

    public List<Paper> ofDay(LocalDate day) {
        return between(day, day);
    }

    public List<Paper> ofDay(LocalDate day, int limit, int offset) {
        return between(day, day, limit, offset);
    }

    // A digest is a day with papers, so days without papers do not count.
    public List<Paper> ofLastDigests(int digests, LocalDate upTo) {
        String firstDay =
                "select day from (select distinct day from paper_day where day <= ? order by day desc limit ?) d order by day";
        return sql.find(firstDay, row -> row.getObject(1, LocalDate.class), upTo, digests)
                .map(from -> between(from, upTo))
                .orElse(List.of());
    }

    // Lists each paper once, by its newest day in the range. Both ends are included.
    public List<Paper> between(LocalDate from, LocalDate to) {
        return between(from, to, Integer.MAX_VALUE, 0);
    }

    public List<Paper> between(LocalDate from, LocalDate to, int limit, int offset) {
        String featured = PAPER + """
                join (select distinct on (paper_id) paper_id, day, position
                      from paper_day
                      where day between ? and ?
                      order by paper_id, day desc) featured on featured.paper_id = p.id
                order by %s limit ? offset ?
                """.formatted(PaperOrder.NEWEST_FIRST);
        return sql.query(featured, Papers::paper, from, to, limit, offset);
    }

    // Without a day, this covers every paper that was ever featured.
    public List<Paper> newest(Optional<LocalDate> day, int limit, int offset) {
        String featured = PAPER + """
                join (select distinct on (paper_id) paper_id, day, position
                      from paper_day
                      order by paper_id, day desc) featured on featured.paper_id = p.id
                where ?::date is null or exists (select from paper_day where paper_id = p.id and day = ?::date)
                order by %s limit ? offset ?
                """.formatted(PaperOrder.NEWEST_FIRST);
        return sql.query(featured, Papers::paper, day.orElse(null), day.orElse(null), limit, offset);
    }

    public List<Paper> all() {
        return newest(Optional.empty(), Integer.MAX_VALUE, 0);
    }

    public int count() {
        return sql.one("select count(distinct paper_id) from paper_day", row -> row.getInt(1));
    }

    public Set<Long> idsOn(LocalDate day) {
        return Set.copyOf(sql.query("select paper_id from paper_day where day = ?", row -> row.getLong(1), day));
    }

    // These are the papers for sitemaps, so samples are left out.
    public List<Stamp> stamps() {
        return sql.query(
                "select public_id, updated_at from paper p "
                        + "where not sample and exists (select from paper_day where paper_id = p.id) order by id",
                row -> new Stamp(row.getString("public_id"), Sql.instant(row, "updated_at")));
    }

    // Grows with every change to a paper or a day, so callers can tell when derived data is out of date.
    public long revision() {
        return sql.one("select revision from paper_revision", row -> row.getLong(1));
    }

    // Stays the same for the life of the archive, even if it moves to another host.
    public UUID archive() {
        return sql.one("select archive from paper_revision", row -> row.getObject(1, UUID.class));
    }

    static Paper paper(ResultSet row) throws SQLException {
        return new Paper(
                row.getLong("id"),
                row.getString("public_id"),
                PaperColumns.read(row),
                row.getBoolean("sample"),
                Sql.list(row, "days", Date[].class).stream()
                        .map(Date::toLocalDate)
                        .toList(),
                Sql.list(row, "positions", Integer[].class),
                Sql.instant(row, "updated_at"));
    }
}
