package dev.paperround.bounce;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.subscriber.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

@ApplicationScoped
@Transactional
public class PersonalBounces {
    @Inject
    EntityManager entityManager;

    // mail is the raw mail, until its retention period ends.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Returned(
            Instant receivedAt,
            String kind,
            String status,
            Long delivery,
            boolean suppressed,
            String diagnostic,
            String mail) {}

    public List<Returned> of(Subscriber person) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery("""
                        select received_at, kind, status, delivery_id, suppressed, diagnostic, raw
                        from bounce where subscriber_id = :person order by id desc""", Tuple.class)
                .setParameter("person", person.id)
                .getResultStream()
                .map(row -> new Returned(
                        row.get(0, Instant.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Long.class),
                        row.get(4, Boolean.class),
                        row.get(5, String.class),
                        text(row.get(6, byte[].class))))
                .toList();
    }

    private static String text(byte[] raw) {
        return raw == null ? null : new String(raw, StandardCharsets.UTF_8);
    }
}
