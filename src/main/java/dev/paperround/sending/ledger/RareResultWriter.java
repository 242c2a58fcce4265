package dev.paperround.sending.ledger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

@Singleton
public class RareResultWriter {
    // The lease is lost, but the relay has answered. A mail it accepted is sent, no matter which instance holds the
    // delivery now. A retry reopens a send that has ended, unless it was cancelled.
    private static final String LATE = """
            with sending as (select state from send where id = ? for no key update),
            mine as (
                select d.id, d.state was,
                       case when said.state = 'RETRY' and sending.state = 'CANCELLED' then 'SKIPPED' else said.state end is_now,
                       case when said.state = 'RETRY' and sending.state = 'CANCELLED' then 'CANCELLED' else said.reason end reason
                from sending cross join (select ?::text state, ?::text reason) said
                cross join delivery d
                where d.created_on = ? and d.id = ?
                  and (d.state = 'UNKNOWN' and d.owner = ?
                       or said.state = 'SENT' and (d.state in ('UNKNOWN', 'PLANNED', 'RETRY', 'SKIPPED')
                                                   or d.state = 'LEASED' and not exists (
                                                       select from sender_journal where in_flight @> array[d.id])))
                for update of d),
            moved as (
                update delivery d set state = m.is_now, smtp_code = ?, smtp_reply = ?, attempts = greatest(attempts, ?),
                                      reason = case when m.was <> 'SKIPPED' then coalesce(m.reason, d.reason) end,
                                      next_attempt_at = case when m.is_now = 'RETRY' then cast(? as timestamptz) end,
                                      owner = null, updated_at = ?
                from mine m where d.created_on = ? and d.id = m.id
                returning d.send_id, m.was, d.state is_now),
            reopened as (
                update send s set state = case s.state when 'DONE' then 'SENDING' else s.state end, finished_at = null
                from moved where s.id = moved.send_id and moved.is_now = 'RETRY'),
            """ + SendCounters.COUNTED + " select count(*) from moved";

    // Applies unless the send has ended in the meantime.
    private static final String REOPEN = """
            with moved as (
                update delivery d set state = 'RETRY', next_attempt_at = cast(? as timestamptz), updated_at = ?
                from send s
                where d.created_on = ? and d.id = ? and d.state = 'REJECTED' and not d.erased
                  and s.id = d.send_id and s.finished_at is null and s.state <> 'CANCELLED'
                returning d.send_id, 'REJECTED' was, d.state is_now),
            """ + SendCounters.COUNTED + " select count(*) from moved";

    // Skips deliveries that have ended or whose subscriber was erased, because nothing would delete the bytes again.
    private static final String KEEP = """
            insert into delivery_message (delivery_id, message)
            select id, ? from delivery
            where created_on = ? and id = ? and not erased and state not in ('SENT', 'REJECTED', 'SKIPPED')
            for update
            on conflict do nothing""";

    @Inject
    public Instance instance;

    @Inject
    public DeliveryResults results;

    @Inject
    public Clock clock;

    void late(LedgerConnection connection, DeliveryResult result) {
        var delivery = result.delivery();
        var outcome = result.outcome();
        if (outcome == null) {
            return;
        }
        connection.query(
                LATE,
                row -> row.getInt(1),
                delivery.send(),
                result.state().name(),
                result.reason() == null ? null : result.reason().name(),
                delivery.createdOn(),
                delivery.id(),
                delivery.owner(),
                outcome.code(),
                outcome.reply(),
                result.attempts(),
                result.next() == null ? null : result.next().toString(),
                clock.instant(),
                delivery.createdOn(),
                instance.id);
    }

    // Stores the bytes before the delivery can be claimed again.
    boolean withBytes(LedgerConnection connection, DeliveryResult result) {
        if (result.reopens()) {
            reopen(connection, result);
        }
        if (result.keep() != null) {
            connection.execute(
                    KEEP,
                    result.keep(),
                    result.delivery().createdOn(),
                    result.delivery().id());
        }
        return result.reopens() || plain(connection, result);
    }

    private boolean plain(LedgerConnection connection, DeliveryResult result) {
        LocalDate day = result.delivery().createdOn();
        return !results.write(connection, day, List.of(result), instance.id).isEmpty();
    }

    private void reopen(LedgerConnection connection, DeliveryResult result) {
        var delivery = result.delivery();
        connection.query(
                REOPEN,
                row -> row.getInt(1),
                result.next().toString(),
                clock.instant(),
                delivery.createdOn(),
                delivery.id(),
                instance.id);
    }
}
