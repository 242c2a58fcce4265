package dev.paperround.paper.ingest;

import dev.paperround.database.Sql;
import dev.paperround.paper.Papers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Removes papers but keeps their rows, because planned mails and delivery lists still refer to them. A paper that comes
 * back is not sent to anyone twice.
 */
@ApplicationScoped
public class PaperRemoval {
    private static final String REMOVE = """
            with gone as (
                select p.id from paper p join paper_alias a on a.paper_id = p.id
                where a.alias = ? and p.removed_at is null
                order by 'id:' || p.public_id = a.alias desc, p.id
                limit 1),
            days as (delete from paper_day where paper_id in (select id from gone)),
            ingests as (delete from ingest_paper where paper_id in (select id from gone))
            update paper set removed_at = ?, updated_at = ? where id in (select id from gone) returning title
            """;
    // Removes a day only if no other ingest added it, and the paper only with its last day.
    private static final String UNDO = """
            with brought as (delete from ingest_paper where ingest_id = ? returning paper_id, day),
            days as (
                delete from paper_day d using brought b
                where d.paper_id = b.paper_id and d.day = b.day
                    and not exists (select from ingest_paper o
                        where o.paper_id = d.paper_id and o.day = d.day and o.ingest_id <> ?)
                returning d.paper_id, d.day),
            papers as (
                update paper set removed_at = ?, updated_at = ?
                where id in (select paper_id from days)
                    and not exists (select from paper_day k where k.paper_id = paper.id
                        and (k.paper_id, k.day) not in (select paper_id, day from days))
                returning id)
            select (select count(*) from papers), (select count(*) from days)
            """;

    @Inject
    Sql sql;

    @Inject
    PaperTable store;

    @Inject
    Clock clock;

    public record Undone(long papers, long days) {}

    // Returns the title of the removed paper.
    @Transactional
    public Optional<String> remove(String publicId) {
        store.lock();
        Instant now = clock.instant();
        Optional<String> title = sql.find(REMOVE, row -> row.getString("title"), Papers.alias(publicId), now, now);
        if (title.isPresent()) {
            store.countRevision();
        }
        return title;
    }

    // Removes only what this ingest alone has added. Its changes to other papers stay.
    @Transactional
    public Optional<Undone> undo(long ingest) {
        store.lock();
        Instant now = clock.instant();
        if (sql.execute("update ingest set undone_at = coalesce(undone_at, ?) where id = ?", now, ingest) == 0) {
            return Optional.empty();
        }
        Undone undone = sql.one(UNDO, row -> new Undone(row.getLong(1), row.getLong(2)), ingest, ingest, now, now);
        if (undone.days() > 0) {
            store.countRevision();
        }
        return Optional.of(undone);
    }
}
