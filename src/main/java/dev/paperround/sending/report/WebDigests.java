package dev.paperround.sending.report;

import dev.paperround.digest.DigestPaper;
import dev.paperround.digest.rendering.Digests;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.token.Links;
import dev.paperround.subscriber.token.Links.DeliveryKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

@ApplicationScoped
public class WebDigests {
    @Inject
    EntityManager entityManager;

    @Inject
    Links links;

    @Inject
    Digests digests;

    // Empty for a link that is not ours, and after its subscriber was erased.
    @Transactional
    public Optional<WebDigest> find(String token) {
        return links.digestOf(token).flatMap(this::row).flatMap(this::digest);
    }

    private Optional<Tuple> row(DeliveryKey key) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery("""
                        select s.day, d.subscriber_id, d.paper_ids, d.more_ids, d.considered
                        from delivery d join send s on s.id = d.send_id
                        where d.created_on = :on and d.id = :id""", Tuple.class)
                .setParameter("on", key.createdOn())
                .setParameter("id", key.id())
                .uniqueResultOptional();
    }

    private Optional<WebDigest> digest(Tuple row) {
        var day = row.get("day", LocalDate.class);
        return Optional.ofNullable(row.get("subscriber_id", Long.class))
                .flatMap(id -> Subscriber.<Subscriber>findByIdOptional(id))
                .map(subscriber -> new WebDigest(
                        day,
                        papers(day, row.get("paper_ids", Long[].class), subscriber),
                        papers(day, row.get("more_ids", Long[].class), subscriber),
                        row.get("considered", Integer.class)))
                .filter(it -> it.all() > 0);
    }

    private List<DigestPaper> papers(LocalDate day, Long[] ids, Subscriber subscriber) {
        return digests.papers(
                day,
                List.of(ids),
                subscriber.filterTexts(),
                subscriber.preferences().language());
    }
}
