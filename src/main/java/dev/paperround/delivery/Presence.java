package dev.paperround.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Tells the others that this instance is alive, and takes over from those that are not. The clock is the database's: it is
 * one for all, and no leap of ours ends a lease.
 */
@Singleton
class Presence {
    private static final String BEAT = """
            insert into sender (id, alive_until, waiting_for) values (?, now() + interval '30 seconds', ?)
            on conflict (id) do update set alive_until = excluded.alive_until, waiting_for = excluded.waiting_for""";

    /** Nothing was sent of what had only been claimed; of the rest nobody knows, unless its reply still comes in. */
    private static final String TAKE_OVER = """
            with gone as (delete from sender where alive_until < now() returning id),
            left_behind as (
                select d.created_on, d.id from delivery d
                where d.state = 'LEASED' and split_part(d.owner, '/', 1) in (select id from gone) for update),
            moved as (
                update delivery d set
                    state = case when d.sending_at is not null then 'UNKNOWN'
                                 when d.attempts > 0 then 'RETRY' else 'PLANNED' end,
                    owner = case when d.sending_at is not null then d.owner end,
                    smtp_code = case when d.sending_at is null then d.smtp_code end,
                    smtp_reply = case when d.sending_at is null then d.smtp_reply
                                      else 'The program stopped while the mail was on its way.' end,
                    updated_at = now()
                from left_behind l where d.created_on = l.created_on and d.id = l.id
                returning d.send_id, 'LEASED' was, d.state is_now),
            """ + Counting.COUNTED + " select count(*) from moved";

    @Inject
    Instance instance;

    void beat(LedgerConnection connection, Optional<String> waitingFor) throws SQLException {
        connection.work(open -> {
            try (var statement = LedgerConnection.prepared(open, BEAT, instance.id, waitingFor.orElse(null))) {
                return statement.executeUpdate();
            }
        });
    }

    int takeOver(LedgerConnection connection) throws SQLException {
        var anyGone = connection.query(
                "select exists (select from sender where alive_until < now())", row -> row.getBoolean(1));
        return anyGone.get(0)
                ? connection.query(TAKE_OVER, row -> row.getInt(1), instance.id).get(0)
                : 0;
    }

    /** Once nothing is held any more. */
    void leave(LedgerConnection connection) throws SQLException {
        connection.work(open -> {
            try (var statement = LedgerConnection.prepared(
                    open,
                    "delete from sender where id = ? and not exists (select from delivery where state = 'LEASED'"
                            + " and split_part(owner, '/', 1) = ?)",
                    instance.id,
                    instance.id)) {
                return statement.executeUpdate();
            }
        });
    }
}
