package dev.paperround.admin.audit;

import dev.paperround.admin.AuditContext;
import dev.paperround.database.Sql;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.token.AddressHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stores what operators did. A database trigger rejects updates, and deletions other than the purge. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class Audit {
    @Inject
    Sql sql;

    @Inject
    AddressHash hash;

    @Inject
    Clock clock;

    /** Describes one action; {@code person} is a prefix of a keyed hash and stays the same for the same person. */
    public record Entry(
            Instant at,
            String who,
            String act,
            Message subject,
            String person,
            Long howMany,
            String outcome,
            int status) {}

    record Wanted(Optional<String> act, Optional<String> who, Optional<EmailAddress> person) {
        static final Wanted ALL = new Wanted(Optional.empty(), Optional.empty(), Optional.empty());
    }

    void add(String who, String act, AuditContext of, int status) {
        var entry = new AuditEntry();
        entry.at = clock.instant();
        entry.who = who;
        entry.act = act;
        entry.subject = of.subject().map(Message::stored).orElse(null);
        entry.person = of.person().map(hash::of).orElse(null);
        entry.howMany = of.howMany().orElse(null);
        entry.outcome = status < 400 ? "DONE" : status < 500 ? "REFUSED" : "FAILED";
        entry.status = status;
        entry.persist();
    }

    List<Entry> newest(Wanted wanted, int limit, int offset) {
        return AuditEntry.newest(wanted.act(), wanted.who(), wanted.person().map(hash::all), limit, offset).stream()
                .map(it -> new Entry(
                        it.at,
                        it.who,
                        it.act,
                        Message.readOrNull(it.subject),
                        it.personPrefix(),
                        it.howMany,
                        it.outcome,
                        it.status))
                .toList();
    }

    // The database trigger allows deletions only in a transaction with this setting.
    public int purge(Duration keep) {
        sql.execute("select set_config('paperround.retention', 'audit', true)");
        return (int) AuditEntry.delete("at < ?1", clock.instant().minus(keep));
    }
}
