package dev.paperround.sending.correction;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.RetentionSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Deletes the details of old deliveries. For mail that left, the list of its papers stays, so that nobody gets a paper
 * twice.
 */
@ApplicationScoped
public class DeliveryRetention {
    // Limited, so that nobody waits for locks on a million rows.
    private static final int AT_ONCE = 10_000;

    private static final String MAILS = """
            delete from delivery_message where delivery_id in (
                select m.delivery_id from delivery_message m join delivery d on d.id = m.delivery_id
                where d.created_on < ? limit ?)""";

    private static final String WITHOUT_A_MAIL = """
            delete from delivery where (created_on, id) in (
                select created_on, id from delivery
                where created_on < ? and state in ('REJECTED', 'SKIPPED') limit ?)""";

    private static final String DETAIL = """
            update delivery set smtp_reply = null, smtp_code = null, reason = null, owner = null, address = null
            where (created_on, id) in (
                select created_on, id from delivery where created_on < ? and state in ('SENT', 'UNKNOWN')
                and (smtp_reply is not null or smtp_code is not null or reason is not null or owner is not null
                     or address is not null) limit ?)""";

    @Inject
    Sql sql;

    @Inject
    RetentionSettings retention;

    @Inject
    Clock clock;

    public void forget() {
        var before = LocalDate.ofInstant(clock.instant().minus(retention.deliveries()), ZoneOffset.UTC);
        all(MAILS, before);
        all(WITHOUT_A_MAIL, before);
        all(DETAIL, before);
    }

    private void all(String statement, LocalDate before) {
        var changed = AT_ONCE;
        while (changed == AT_ONCE) {
            changed = QuarkusTransaction.requiringNew().call(() -> sql.execute(statement, before, AT_ONCE));
        }
    }
}
