package dev.paperround.paper.ingest;

import dev.paperround.database.Sql;
import dev.paperround.paper.PaperChanges;
import dev.paperround.paper.PaperColumns;
import dev.paperround.paper.PapersMerged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and writes papers within the transaction of an ingest. */
@ApplicationScoped
class PaperTable {
    @Inject
    Sql sql;

    @Inject
    PaperChanges changes;

    private record Known(MergedPaper paper, List<String> aliases) {}

    private record Feature(long paperId, LocalDate day, int position) {}

    private record Alias(String alias, long paperId) {}

    // Ingests run one at a time, because two with the same new paper would both insert it.
    void lock() {
        changes.lock();
    }

    boolean hasPapers() {
        return sql.one("select exists (select from paper)", row -> row.getBoolean(1));
    }

    boolean withdrawSample() {
        return sql.execute("delete from paper_day using paper where paper.id = paper_id and paper.sample") > 0;
    }

    void countRevision() {
        sql.execute("update paper_revision set revision = revision + 1");
    }

    Map<String, Set<MergedPaper>> entries(Collection<String> names) {
        Map<String, Set<MergedPaper>> entries = new HashMap<>();
        sql.query("""
                with known as (select alias, paper_id from paper_alias where alias = any (?))
                select p.*,
                    array(select alias from known where paper_id = p.id) as aliases,
                    array(select day from paper_day where paper_id = p.id) as days
                from paper p
                where p.id in (select paper_id from known)
                """, PaperTable::known, (Object) names.toArray(String[]::new)).forEach(known -> known.aliases()
                .forEach(alias -> entries.computeIfAbsent(alias, any -> new LinkedHashSet<>())
                        .add(known.paper())));
        return entries;
    }

    private static Known known(ResultSet row) throws SQLException {
        MergedPaper paper = new MergedPaper(
                row.getLong("id"),
                row.getString("public_id"),
                PaperColumns.read(row),
                row.getBoolean("sample"),
                Sql.list(row, "days", Date[].class).stream()
                        .map(Date::toLocalDate)
                        .collect(Collectors.toSet()));
        paper.removed = row.getObject("removed_at") != null;
        return new Known(paper, Sql.list(row, "aliases", String[].class));
    }

    void move(PapersMerged merged) {
        sql.execute("""
                insert into paper_day (paper_id, day, position)
                select ?, day, position from paper_day where paper_id = ?
                on conflict do nothing
                """, merged.keptId(), merged.goneId());
        sql.execute("""
                insert into ingest_paper (ingest_id, paper_id, day, source)
                select ingest_id, ?, day, source from ingest_paper where paper_id = ?
                on conflict do nothing
                """, merged.keptId(), merged.goneId());
        sql.execute("""
                insert into paper_alias (alias, paper_id) select alias, ? from paper_alias where paper_id = ?
                on conflict do nothing
                """, merged.keptId(), merged.goneId());
    }

    void deletePaper(long id) {
        sql.execute("delete from paper where id = ?", id);
    }

    void insert(List<MergedPaper> entries, Instant now) {
        List<Long> ids = sql.query(
                "select nextval(pg_get_serial_sequence('paper', 'id')) from generate_series(1, ?)",
                row -> row.getLong(1),
                entries.size());
        for (int i = 0; i < entries.size(); i++) {
            entries.get(i).id = ids.get(i);
        }
        sql.batch(
                """
                insert into paper (%s, public_id, sample, id, created_at, updated_at)
                values (%s, ?, ?, ?, ?, ?)
                """.formatted(PaperColumns.NAMES, PaperColumns.PLACEHOLDERS),
                entries,
                entry -> withFacts(entry, entry.publicId, entry.sample, entry.id, now, now));
    }

    void update(List<MergedPaper> entries, Instant now) {
        sql.batch(
                """
                update paper
                set %s, public_id = ?, sample = ?, removed_at = null, updated_at = ?,
                    abbreviations_read = abbreviations_read and abstract is not distinct from ?
                where id = ?
                """.formatted(PaperColumns.ASSIGNMENTS),
                entries,
                entry -> withFacts(entry, entry.publicId, entry.sample, now, entry.facts.abstractText(), entry.id));
    }

    private static Object[] withFacts(MergedPaper entry, Object... others) {
        return Stream.concat(Arrays.stream(PaperColumns.stored(entry.facts)), Arrays.stream(others))
                .toArray();
    }

    void insertNamesAndDays(Collection<MergedPaper> entries) {
        sql.batch(
                "insert into paper_alias (alias, paper_id) values (?, ?) on conflict do nothing",
                entries.stream()
                        .flatMap(entry -> entry.newNames.stream().map(name -> new Alias(name, entry.id)))
                        .toList(),
                alias -> new Object[] {alias.alias(), alias.paperId()});
        sql.batch(
                "insert into paper_day (paper_id, day, position) values (?, ?, ?) on conflict do nothing",
                entries.stream()
                        .flatMap(entry -> entry.newDays.entrySet().stream()
                                .map(day -> new Feature(entry.id, day.getKey(), day.getValue())))
                        .toList(),
                feature -> new Object[] {feature.paperId(), feature.day(), feature.position()});
    }

    // A source that is polled repeatedly is recorded only once for each paper and day.
    void insertSource(Collection<MergedPaper> entries, PaperIngest.Origin origin) {
        sql.batch(
                """
                insert into ingest_paper (ingest_id, paper_id, day, source)
                select ?, ?, ?, ?
                where ? or not exists (select from ingest_paper where paper_id = ? and day = ? and source = ?)
                on conflict do nothing
                """,
                entries.stream()
                        .flatMap(entry -> entry.listed.stream().map(day -> new Feature(entry.id, day, 0)))
                        .toList(),
                listed -> new Object[] {
                    origin.ingest(), listed.paperId(), listed.day(), origin.source(),
                    origin.isHandedOver(), listed.paperId(), listed.day(), origin.source()
                });
    }
}
