package dev.paperround.sending;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

@ApplicationScoped
public class Sends {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    // Returns the new send, or the one already started with this key. Empty if the key belongs to a different request.
    @Transactional
    public Optional<Send> start(SendRequest request, Optional<String> idempotencyKey) {
        if (idempotencyKey.isPresent()) {
            // If two calls use one key at the same moment, the second waits here and then finds the first one's send.
            lock("idempotency " + idempotencyKey.get());
            var known = Send.findByIdempotencyKey(idempotencyKey.get());
            if (known.isPresent()) {
                return known.filter(request::same);
            }
        }
        var send = begin(Send.Kind.MANUAL, request.day());
        send.audience = request.addresses().orElse(null);
        send.force = request.force();
        send.dryRun = request.dryRun();
        send.idempotencyKey = idempotencyKey.orElse(null);
        send.state = Send.State.PLANNING;
        send.persist();
        return Optional.of(send);
    }

    @Transactional
    public Optional<Instant> startedAt(String idempotencyKey) {
        return Send.findByIdempotencyKey(idempotencyKey).map(it -> it.startedAt);
    }

    // A person who wants to be forgotten must not remain in the audience of past sends.
    @Transactional
    public void forget(EmailAddress address) {
        sql.execute("""
                update send set audience = array(
                    select case lower(it) when ? then 'erased' else it end
                    from unnest(audience) with ordinality listed (it, place) order by place)
                where exists (select from unnest(audience) it where lower(it) = ?)""", address.key(), address.key());
    }

    /**
     * Returns the single send for all scheduled digests of this local date. It is locked, so that it neither ends nor
     * is cancelled before the new deliveries are visible; a send that has ended is reopened.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Send scheduled(LocalDate day) {
        var send = findScheduled(day).orElseGet(() -> {
            lock("scheduled " + day);
            return findScheduled(day).orElseGet(() -> beginScheduled(day));
        });
        if (send.state == Send.State.DONE) {
            send.state = Send.State.SENDING;
            send.finishedAt = null;
        }
        return send;
    }

    private Send beginScheduled(LocalDate day) {
        var send = begin(Send.Kind.SCHEDULED, day);
        send.state = Send.State.SENDING;
        send.persist();
        return send;
    }

    private static Optional<Send> findScheduled(LocalDate day) {
        return Send.<Send>find("kind = ?1 and day = ?2", Send.Kind.SCHEDULED, day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    private Send begin(Send.Kind kind, LocalDate day) {
        var send = new Send();
        send.kind = kind;
        send.day = day;
        send.startedAt = clock.instant();
        send.createdOn = LocalDate.ofInstant(send.startedAt, ZoneOffset.UTC);
        sql.execute("select ensure_delivery_partition(?)", send.createdOn);
        return send;
    }

    private void lock(String name) {
        sql.execute("select pg_advisory_xact_lock(hashtext(?))", name);
    }
}
