package dev.paperround.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The rarer things the ledger has to be told, each in a transaction of its own. */
@Singleton
class SpecialResults {
    /** The lease is lost, yet the relay has spoken. What it accepted is sent, whoever may hold the delivery by now. */
    private static final String LATE = """
            with mine as (
                select id, state from delivery
                where created_on = ? and id = ?
                  and (state = 'UNKNOWN' and owner = ?
                       or ? = 'SENT' and (state in ('UNKNOWN', 'PLANNED', 'RETRY')
                                          or state = 'LEASED' and not exists (
                                              select from sender_journal where in_flight @> array[delivery.id])))
                for update),
            moved as (
                update delivery d set state = ?, smtp_code = ?, smtp_reply = ?, attempts = greatest(attempts, ?),
                                      next_attempt_at = cast(? as timestamptz), owner = null,
                                      updated_at = ?
                from mine m where d.created_on = ? and d.id = m.id
                returning d.send_id, m.state was, d.state is_now),
            """ + Counting.COUNTED + " select count(*) from moved";

    /**
     * A second refusal of this one, with others of its send accepted in between, is about this one: only the first pauses
     * the send.
     */
    private static final String REFUSED_FOR_POLICY = """
            with accepted as (select coalesce(sum(sent), 0) sent from send_count where send_id = ?),
            done as (
                update delivery d set state = case when d.accepted_then < a.sent then 'REJECTED' else 'RETRY' end,
                                      accepted_then = a.sent, smtp_code = ?, smtp_reply = ?, attempts = ?,
                                      next_attempt_at = case when d.accepted_then < a.sent then null
                                                             else cast(? as timestamptz) end,
                                      owner = null, updated_at = ?
                from accepted a
                where d.created_on = ? and d.id = ?
                  and (d.state in ('LEASED', 'UNKNOWN') and d.owner = ?
                       or d.state = 'PLANNED' and d.next_attempt_at is null)
                returning d.send_id, d.state),
            moved as (select send_id, 'LEASED' was, state is_now from done),
            """ + Counting.COUNTED + """
            , paused as (
                update send s set paused_from = s.state, state = 'PAUSED', pause_reason = ?
                from done where s.id = done.send_id and done.state = 'RETRY' and s.state in ('PLANNING', 'SENDING'))
            select state from done""";

    private static final String KEEP = "insert into delivery_message values (?, ?) on conflict do nothing";
    private static final String FORGET = "delete from delivery_message where delivery_id = ?";

    @Inject
    Instance instance;

    @Inject
    Results results;

    @Inject
    Clock clock;

    void late(LedgerConnection connection, Result result) throws SQLException {
        var delivery = result.delivery();
        var outcome = result.outcome();
        if (outcome == null) {
            return;
        }
        connection.query(
                LATE,
                row -> row.getInt(1),
                delivery.createdOn(),
                delivery.id(),
                delivery.owner(),
                result.state().name(),
                result.state().name(),
                outcome.code(),
                outcome.reply(),
                result.attempts(),
                result.next() == null ? null : result.next().toString(),
                Ledger.time(clock.instant()),
                delivery.createdOn(),
                instance.id);
    }

    /** The bytes that left are there before anybody can claim the delivery again. */
    boolean withBytes(LedgerConnection connection, Result result) throws SQLException {
        if (result.keep() != null) {
            connection.work(open -> update(open, KEEP, result.delivery().id(), result.keep()));
        }
        var recorded = result.pausesTheSend() ? refusedForPolicy(connection, result) : plain(connection, result);
        if (recorded && result.next() == null && result.state() != DeliveryState.UNKNOWN) {
            connection.work(open -> update(open, FORGET, result.delivery().id()));
        }
        return recorded;
    }

    private boolean plain(LedgerConnection connection, Result result) throws SQLException {
        LocalDate day = result.delivery().createdOn();
        return !results.write(connection, day, List.of(result), instance.id).isEmpty();
    }

    private boolean refusedForPolicy(LedgerConnection connection, Result result) throws SQLException {
        var delivery = result.delivery();
        var outcome = result.outcome();
        return !connection
                .query(
                        REFUSED_FOR_POLICY,
                        row -> row.getString(1),
                        delivery.send(),
                        outcome.code(),
                        outcome.reply(),
                        result.attempts(),
                        result.next().toString(),
                        Ledger.time(clock.instant()),
                        delivery.createdOn(),
                        delivery.id(),
                        delivery.owner(),
                        instance.id,
                        why(outcome))
                .isEmpty();
    }

    private static String why(Outcome outcome) {
        return (outcome.about() == ReplyClass.AUTHENTICATION
                        ? "The relay wants other credentials: "
                        : "The relay refused a mail for its policy: ")
                + outcome.reply();
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = LedgerConnection.prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }
}
