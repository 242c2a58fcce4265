package dev.paperround.subscriber.privacy;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.signup.MailRequestCounts;
import dev.paperround.subscriber.suppression.Suppression;
import dev.paperround.subscriber.suppression.SuppressionList;
import dev.paperround.subscriber.token.AddressHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Finds the records that hold only a hash of a person's address. */
@ApplicationScoped
@Transactional
public class PersonalRecords {
    @Inject
    EntityManager entityManager;

    @Inject
    SuppressionList suppressions;

    @Inject
    MailRequestCounts mailRequestCounts;

    @Inject
    AddressHash hash;

    public record OperatorAct(Instant at, String act, String outcome) {}

    public Optional<Suppression> suppression(EmailAddress email) {
        return suppressions.search(email.key(), 1, 0).stream().findFirst();
    }

    public List<MailRequestCounts.Sent> letters(EmailAddress email) {
        return mailRequestCounts.of(email);
    }

    public List<OperatorAct> operatorActs(EmailAddress email) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select at, act, outcome from audit where person = any (:hashes) order by id desc", Tuple.class)
                .setParameter("hashes", hash.all(email).toArray(byte[][]::new))
                .getResultStream()
                .map(row ->
                        new OperatorAct(row.get(0, Instant.class), row.get(1, String.class), row.get(2, String.class)))
                .toList();
    }
}
