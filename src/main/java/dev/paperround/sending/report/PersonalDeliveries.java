package dev.paperround.sending.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.paperround.database.Sql;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.token.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
public class PersonalDeliveries {
    @Inject
    Sql sql;

    @Inject
    DeliveryReports reports;

    @Inject
    Links links;

    // The page is the digest on the web; the mail is kept as it left for as long as it may have to be resent.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonalDelivery(@JsonUnwrapped DeliveryReport report, String page, String mail) {}

    // The message is null unless it was stored.
    private record Kept(LocalDate createdOn, byte[] message) {}

    public List<PersonalDelivery> of(Subscriber person) {
        var everything = new DeliveryReports.Wanted(
                EmailAddress.parse(person.email), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
        var kept = new HashMap<Long, Kept>();
        sql.query(
                """
                select d.id, d.created_on, m.message
                from delivery d left join delivery_message m on m.delivery_id = d.id
                where d.subscriber_id = ?""",
                row -> kept.put(
                        row.getLong("id"),
                        new Kept(row.getObject("created_on", LocalDate.class), row.getBytes("message"))),
                person.id);
        return reports.deliveries(everything).stream()
                .map(report -> personal(report, Optional.ofNullable(kept.get(report.id()))))
                .toList();
    }

    private PersonalDelivery personal(DeliveryReport report, Optional<Kept> row) {
        return new PersonalDelivery(
                report,
                row.filter(it -> !report.papers().isEmpty())
                        .map(it -> links.digest(report.id(), it.createdOn()))
                        .orElse(null),
                row.map(it -> it.message())
                        .map(it -> new String(it, StandardCharsets.UTF_8))
                        .orElse(null));
    }
}
