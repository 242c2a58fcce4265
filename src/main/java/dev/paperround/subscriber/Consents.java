package dev.paperround.subscriber;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Records consents, which are deleted together with their subscriber. */
@ApplicationScoped
@Transactional
public class Consents {
    public static final String OF_IMPORT = """
            insert into consent (subscriber_id, at, way, text_version)
            select id, ?, 'IMPORTED', ? from unnest(?::bigint[]) id
            where not exists (select from consent where subscriber_id = id and way not in ('SIGNED_UP', 'WITHDRAWN'))""";

    @Inject
    EntityManager entityManager;

    @Inject
    RetentionSettings retention;

    @Inject
    Clock clock;

    // A second consent for the same moment is the same consent.
    public void add(long subscriber, Consent.Way way, Instant at, Optional<String> network) {
        session()
                .createNativeMutationQuery("""
                        insert into consent (subscriber_id, at, way, text_version, network)
                        values (:subscriber, :at, :way, :text, :network) on conflict do nothing""")
                .setParameter("subscriber", subscriber)
                .setParameter("at", at)
                .setParameter("way", way.name())
                .setParameter("text", Consent.TEXT_VERSION)
                .setParameter("network", network.orElse(null), String.class)
                .executeUpdate();
    }

    public List<Consent> of(Subscriber subscriber) {
        return session()
                .createNativeQuery(
                        "select at, way, text_version, network from consent where subscriber_id = :id order by at, id",
                        Tuple.class)
                .setParameter("id", subscriber.id)
                .getResultStream()
                .map(row -> new Consent(
                        row.get(0, Instant.class),
                        Consent.Way.valueOf(row.get(1, String.class)),
                        row.get(2, String.class),
                        row.get(3, String.class)))
                .toList();
    }

    public int forgetNetworks() {
        return forget("update consent set network = null where network is not null and at < :before")
                + forget("update sign_up set network = null where network is not null and created_at < :before");
    }

    private int forget(String networks) {
        return session()
                .createNativeMutationQuery(networks)
                .setParameter("before", clock.instant().minus(retention.network()))
                .executeUpdate();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
