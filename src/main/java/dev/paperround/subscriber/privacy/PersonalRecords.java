package dev.paperround.subscriber.privacy;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.signup.MailRequestCounts;
import dev.paperround.subscriber.suppression.Suppression;
import dev.paperround.subscriber.suppression.SuppressionList;
import dev.paperround.subscriber.token.AddressHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the records that hold only a hash of a person's address. */
@ApplicationScoped
@Transactional
public class PersonalRecords {
    @Inject
    Sql sql;

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
        return sql.query(
                "select at, act, outcome from audit where person = any (?) order by id desc",
                row -> new OperatorAct(Sql.instant(row, "at"), row.getString("act"), row.getString("outcome")),
                (Object) hash.all(email).toArray(byte[][]::new));
    }
}
