package dev.paperround.sending.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.token.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

@ApplicationScoped
@Transactional
public class PersonalDeliveries {
    @Inject
    EntityManager entityManager;

    @Inject
    DeliveryReports reports;

    @Inject
    Links links;

    // The page is the digest on the web; the mail is kept as it left for as long as it may have to be resent.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonalDelivery(@JsonUnwrapped DeliveryReport report, String page, String mail) {}

    public List<PersonalDelivery> of(Subscriber person) {
        var everything = new DeliveryReports.Wanted(
                EmailAddress.parse(person.email), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
        var kept = entityManager
                .unwrap(Session.class)
                .createNativeQuery("""
                        select d.id, d.created_on, m.message
                        from delivery d left join delivery_message m on m.delivery_id = d.id
                        where d.subscriber_id = :person""", Tuple.class)
                .setParameter("person", person.id)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, Long.class), Function.identity()));
        return reports.deliveries(everything).stream()
                .map(report -> personal(report, Optional.ofNullable(kept.get(report.id()))))
                .toList();
    }

    private PersonalDelivery personal(DeliveryReport report, Optional<Tuple> row) {
        return new PersonalDelivery(
                report,
                row.filter(it -> !report.papers().isEmpty())
                        .map(it -> links.digest(report.id(), it.get(1, LocalDate.class)))
                        .orElse(null),
                row.map(it -> it.get(2, byte[].class))
                        .map(it -> new String(it, StandardCharsets.UTF_8))
                        .orElse(null));
    }
}
