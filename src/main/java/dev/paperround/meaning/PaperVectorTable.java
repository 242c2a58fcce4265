package dev.paperround.meaning;

import dev.paperround.database.Sql;
import dev.paperround.matching.meaning.PaperVectors;
import dev.paperround.paper.PaperChanges;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
class PaperVectorTable {
    private static final String PENDING = """
            select p.id, p.title, p.abstract, c.mark, md5(p.title || E'\\n' || coalesce(p.abstract, '')) as hash,
                v.model = ? and v.text_hash = md5(p.title || E'\\n' || coalesce(p.abstract, '')) as known
            from paper_change c
            join paper p on p.id = c.paper_id
            left join paper_vector v on v.paper_id = p.id
            where p.removed_at is null and (v.paper_id is null or v.mark < c.mark or v.model <> ?)
            order by c.mark desc, p.id
            limit ?
            """;

    private static final String KEEP = """
            insert into paper_vector (paper_id, model, text_hash, mark, lot, vectors)
            values (?, ?, ?, (select mark from paper_change where paper_id = ?), hashint8(?), ?)
            on conflict (paper_id) do update set model = excluded.model, text_hash = excluded.text_hash,
                mark = excluded.mark, vectors = excluded.vectors
            """;

    @Inject
    Sql sql;

    @Inject
    PaperChanges changes;

    /** A paper to see to; its text is as it was at the mark. */
    record Pending(long id, String title, String abstractText, long mark, String hash, boolean known) {}

    record Made(Pending paper, byte[] vectors) {}

    // The newest first, since most questions are about them.
    List<Pending> pending(String model, int most) {
        return sql.query(
                PENDING,
                row -> new Pending(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getString("abstract"),
                        row.getLong("mark"),
                        row.getString("hash"),
                        row.getBoolean("known")),
                model,
                model,
                most);
    }

    void seen(Collection<Pending> unchanged) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.batch(
                        "update paper_vector set mark = greatest(mark, ?) where paper_id = ?", unchanged, paper ->
                                new Object[] {paper.mark(), paper.id()}));
    }

    // Papers that changed meanwhile are left out, and stay pending.
    void keep(String model, List<Made> made) {
        QuarkusTransaction.requiringNew().run(() -> {
            changes.lock();
            var fresh = stillAsRead(made);
            if (!fresh.isEmpty()) {
                changes.touch(fresh.stream().map(it -> it.paper().id()).toList());
                sql.batch(KEEP, fresh, it -> {
                    var paper = it.paper();
                    return new Object[] {paper.id(), model, paper.hash(), paper.id(), paper.id(), it.vectors()};
                });
            }
        });
    }

    private List<Made> stillAsRead(List<Made> made) {
        Map<Long, Long> marks = made.stream()
                .collect(
                        Collectors.toMap(it -> it.paper().id(), it -> it.paper().mark()));
        var same = new HashSet<>(sql.query(
                "select paper_id, mark from paper_change join paper on id = paper_id where paper_id = any (?)",
                row -> marks.get(row.getLong(1)) == row.getLong(2) ? row.getLong(1) : -1,
                (Object) marks.keySet().toArray(Long[]::new)));
        return made.stream().filter(it -> same.contains(it.paper().id())).toList();
    }

    Map<Long, byte[]> of(String model, Collection<Long> papers) {
        Map<Long, byte[]> vectors = new HashMap<>();
        sql.query(
                "select paper_id, vectors from paper_vector where model = ? and paper_id = any (?)",
                row -> vectors.put(row.getLong(1), row.getBytes(2)),
                model,
                papers.toArray(Long[]::new));
        return vectors;
    }

    List<PaperVectors> sample(String model, int most) {
        return sql.query(
                "select vectors from paper_vector where model = ? order by lot, paper_id limit ?",
                row -> PaperVectors.of(row.getBytes(1)),
                model,
                most);
    }
}
