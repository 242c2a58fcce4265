package dev.paperround.bounce;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.subscriber.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
@Transactional
public class PersonalBounces {
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
        return Bounce.of(person.id).stream()
                .map(it -> new Returned(
                        it.receivedAt, it.kind, it.status, it.deliveryId, it.suppressed, it.diagnostic, text(it.raw)))
                .toList();
    }

    private static String text(byte[] raw) {
        return raw == null ? null : new String(raw, StandardCharsets.UTF_8);
    }
}
