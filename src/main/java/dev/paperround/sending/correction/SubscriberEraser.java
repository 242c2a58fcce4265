package dev.paperround.sending.correction;

import dev.paperround.database.Sql;
import dev.paperround.sending.Sends;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.privacy.Erasures;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

/**
 * Erases a person: their address leaves every table, and their deliveries remain under a number that leads to nobody.
 */
@ApplicationScoped
public class SubscriberEraser {
    // Includes open deliveries, which are skipped because they have no subscriber. A mail kept for another attempt is
    // deleted too, and so is anything a relay says later.
    private static final String DELIVERIES = """
            update delivery set subscriber_id = null, address = null, smtp_reply = null, erased = true
            where subscriber_id = ?""";

    private static final String STRANGERS = """
            update delivery set address = null, smtp_reply = null, erased = true
            where address is not null and lower(address) = ?""";

    private static final String REQUESTS = "delete from mail_request where lower(email) = ?";
    private static final String KEYS = """
            update send set idempotency_key = 'erased ' || id where strpos(lower(idempotency_key), ?) > 0""";

    // The journal also holds a relay's reply until its slot is written again.
    private static final String JOURNAL = """
            update sender_journal set replies = array(
                select case when strpos(lower(reply), ?) > 0 then '' else reply end
                from unnest(replies) with ordinality listed (reply, place) order by place)
            where exists (select from unnest(replies) reply where strpos(lower(reply), ?) > 0)""";

    private static final String ORPHAN = "insert into delivery_orphan values (?, now()) on conflict do nothing";

    private static final String ORPHANS = """
            update delivery d set subscriber_id = null, smtp_reply = null, erased = true
            where subscriber_id = any (array(select subscriber_id from delivery_orphan))""";

    // Delayed, because a page that was being planned during the erasure may still add a delivery.
    private static final String NO_ORPHANS = """
            delete from delivery_orphan o where erased_at < now() - interval '2 days'
            and not exists (select from delivery where subscriber_id = o.subscriber_id)""";

    @Inject
    Sql sql;

    @Inject
    Sends sends;

    @Inject
    Erasures erasures;

    private volatile boolean restoredAreErased;

    // Returns false if nobody has this address. It first waits for sign-ups and plans in progress, which could bring
    // the person back.
    @Transactional
    public boolean erase(EmailAddress address) {
        sql.execute(REQUESTS, address.key());
        sends.forget(address);
        var subscriber = Subscriber.<Subscriber>find("emailKey", address.key())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
        subscriber.ifPresent(it -> {
            sql.execute(DELIVERIES, it.id);
            sql.execute(ORPHAN, it.id);
            it.delete();
            Subscriber.flush();
            erasures.add(address);
        });
        sql.execute(STRANGERS, address.key());
        sql.execute(KEYS, address.key());
        sql.execute(JOURNAL, address.key(), address.key());
        return subscriber.isPresent();
    }

    // A backup from before an erasure may have been restored since the last start, so those people are erased again
    // first.
    public synchronized void eraseRestoredOnce() {
        if (!restoredAreErased) {
            eraseRestored();
            restoredAreErased = true;
        }
    }

    public int eraseRestored() {
        var restored = erasures.restored();
        restored.forEach(this::eraseOne);
        if (!restored.isEmpty()) {
            Log.warnf(
                    "%d subscribers had been erased and were there again; they are erased once more.", restored.size());
        }
        return restored.size();
    }

    private void eraseOne(EmailAddress address) {
        QuarkusTransaction.requiringNew().run(() -> erase(address));
    }

    // Covers deliveries that were being planned while their subscriber was erased.
    @Transactional
    public int anonymiseOrphans() {
        var made = sql.execute(ORPHANS);
        sql.execute(NO_ORPHANS);
        return made;
    }
}
