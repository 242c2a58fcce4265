package dev.paperround.paper.ingest;

import dev.paperround.database.Sql;
import dev.paperround.i18n.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class IngestRecords {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int REJECTIONS = 20;
    private static final int LONGEST = 1000;
    private static final String PRUNE = """
            with old as (delete from ingest where last_at < ? returning id),
            known as (delete from ingest_paper where ingest_id in (select id from old) returning paper_id, day)
            insert into ingest_paper (ingest_id, paper_id, day, source) select distinct 0, paper_id, day, '' from known
            on conflict do nothing
            """;

    @Inject
    Sql sql;

    record Ended(
            long id,
            String source,
            IngestReport report,
            Instant startedAt,
            Instant endedAt,
            Optional<Message> error,
            Optional<Message> warning) {}

    @Transactional
    public List<IngestRecord> newest(Optional<String> source, Optional<LocalDate> day, int limit) {
        return Ingest.newest(source, day, limit).stream().map(Ingest::asRecord).toList();
    }

    public Optional<LocalDate> newestDayWithPapers(String source) {
        return sql.find(
                "select max(day) as day from ingest where source = ? and received > rejected",
                row -> row.getObject("day", LocalDate.class),
                source);
    }

    PaperIngest.Origin origin(String source) {
        return sql.one(
                "select nextval(pg_get_serial_sequence('ingest', 'id'))",
                row -> new PaperIngest.Origin(row.getLong(1), source));
    }

    // A poll that finds nothing new, like the poll before it, only raises the count in that row.
    @Transactional
    void keep(Ended ended, boolean repeated) {
        sql.execute(PRUNE, ended.endedAt().minus(KEPT));
        Ingest ingest = ingest(ended);
        Optional<Ingest> same =
                Ingest.last(ended.source(), ingest.day).filter(last -> repeated && last.cameToTheSameAs(ingest));
        if (same.isPresent()) {
            same.get().times++;
            same.get().lastAt = ingest.lastAt;
            same.get().durationMillis = ingest.durationMillis;
        } else {
            ingest.persist();
        }
    }

    private static Ingest ingest(Ended ended) {
        IngestReport report = ended.report();
        Ingest ingest = new Ingest();
        ingest.id = ended.id();
        ingest.source = ended.source();
        ingest.day = report.day();
        ingest.startedAt = ended.startedAt();
        ingest.lastAt = ended.endedAt();
        ingest.durationMillis =
                Math.max(0, Duration.between(ended.startedAt(), ended.endedAt()).toMillis());
        ingest.received = report.received();
        ingest.added = report.added();
        ingest.updated = report.updated();
        ingest.unchanged = report.unchanged();
        ingest.rejected = report.rejected().size();
        ingest.rejections = report.rejected().stream()
                .limit(REJECTIONS)
                .map(Ingest.StoredRejection::of)
                .toList();
        ingest.error = stored(ended.error());
        ingest.warning = stored(ended.warning());
        return ingest;
    }

    // A server's answer can contain any character, and be long.
    private static String stored(Optional<Message> message) {
        return message.map(it -> it.shortened(LONGEST)).map(Message::stored).orElse(null);
    }
}
