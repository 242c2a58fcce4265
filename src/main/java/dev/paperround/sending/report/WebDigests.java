package dev.paperround.sending.report;

import dev.paperround.database.Sql;
import dev.paperround.digest.DigestPaper;
import dev.paperround.digest.rendering.Digests;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.token.Links;
import dev.paperround.subscriber.token.Links.DeliveryKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class WebDigests {
    @Inject
    Sql sql;

    @Inject
    Links links;

    @Inject
    Digests digests;

    // The subscriber is null once erased.
    private record Row(LocalDate day, Long subscriber, List<Long> mailed, List<Long> more, int considered) {}

    // Empty for a link that is not ours, and after its subscriber was erased.
    @Transactional
    public Optional<WebDigest> find(String token) {
        return links.digestOf(token).flatMap(this::row).flatMap(this::digest);
    }

    private Optional<Row> row(DeliveryKey key) {
        return sql.find(
                """
                select s.day, d.subscriber_id, d.paper_ids, d.more_ids, d.considered
                from delivery d join send s on s.id = d.send_id where d.created_on = ? and d.id = ?""",
                row -> new Row(
                        row.getObject("day", LocalDate.class),
                        row.getObject("subscriber_id", Long.class),
                        Sql.list(row, "paper_ids", Long[].class),
                        Sql.list(row, "more_ids", Long[].class),
                        row.getInt("considered")),
                key.createdOn(),
                key.id());
    }

    private Optional<WebDigest> digest(Row row) {
        return Optional.ofNullable(row.subscriber())
                .flatMap(id -> Subscriber.<Subscriber>findByIdOptional(id))
                .map(subscriber -> new WebDigest(
                        row.day(),
                        papers(row.day(), row.mailed(), subscriber),
                        papers(row.day(), row.more(), subscriber),
                        row.considered()))
                .filter(it -> it.all() > 0);
    }

    private List<DigestPaper> papers(LocalDate day, List<Long> ids, Subscriber subscriber) {
        return digests.papers(
                day, ids, subscriber.filterTexts(), subscriber.preferences().language());
    }
}
