package dev.paperround.sending.correction;

import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.Send;
import dev.paperround.sending.SendControl;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.sending.ledger.LedgerConnection;
import dev.paperround.sending.ledger.SendCounters;
import dev.paperround.sending.ledger.SendSpans;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Settles a delivery with an unknown outcome once an operator knows whether it arrived. */
@ApplicationScoped
public class UnknownResolver {
    private static final String FIND =
            "select d.state, s.state, d.created_on from delivery d join send s on s.id = d.send_id where d.id = ? and "
                    + SendSpans.ON_A_DAY_OF.formatted("?") + " for update of d";

    // Locks the send before its delivery, in the same order as the code that ends a send.
    private static final String LOCK =
            "select from send where id = (select d.send_id from delivery d where d.id = ? and "
                    + SendSpans.ON_A_DAY_OF.formatted("?") + ") for no key update";

    private static final String SETTLE = """
            with moved as (
                update delivery set state = ?, next_attempt_at = cast(? as timestamptz), owner = null, due_at = null,
                                    updated_at = ?
                where created_on = ? and id = ? and state = 'UNKNOWN' returning send_id, 'UNKNOWN' was, state is_now),
            """ + SendCounters.COUNTED + """
            , reopened as (
                update send s set state = 'SENDING', finished_at = null
                from moved where s.id = moved.send_id and moved.is_now = 'RETRY' and s.state = 'DONE')
            select count(*) from moved""";

    public enum As {
        SENT,
        // Keeps the Message-ID, and the bytes if they were stored; otherwise the mail is rendered again from the plan.
        // From then on it counts as sent by hand.
        RETRY
    }

    @Inject
    AgroalDataSource database;

    @Inject
    Instance instance;

    @Inject
    Clock clock;

    // Returns empty if there is no such delivery.
    @Transactional
    public Optional<SendControl.Answer> settle(long delivery, As as) {
        try (var connection = database.getConnection()) {
            LedgerConnection.rows(connection, LOCK, row -> true, delivery, delivery);
            return settle(connection, delivery, as);
        } catch (SQLException e) {
            throw new IllegalStateException("Delivery " + delivery + " could not be settled.", e);
        }
    }

    private Optional<SendControl.Answer> settle(Connection connection, long delivery, As as) throws SQLException {
        try (var find = LedgerConnection.prepared(connection, FIND, delivery, delivery);
                var found = find.executeQuery()) {
            if (!found.next()) {
                return Optional.empty();
            }
            var state = DeliveryState.valueOf(found.getString(1));
            var send = Send.State.valueOf(found.getString(2));
            if (state != DeliveryState.UNKNOWN) {
                return Optional.of(SendControl.Answer.refused(
                        "Only an unknown delivery can be settled; this one is " + state.word + "."));
            }
            if (as == As.RETRY && send == Send.State.CANCELLED) {
                return Optional.of(SendControl.Answer.refused(
                        "The send of this delivery was cancelled; it can be settled as sent only."));
            }
            var now = Ledger.time(clock.instant());
            var next = as == As.RETRY ? now.toString() : null;
            var settled = as == As.RETRY ? DeliveryState.RETRY : DeliveryState.SENT;
            try (var settle = LedgerConnection.prepared(
                    connection,
                    SETTLE,
                    settled.name(),
                    next,
                    now,
                    found.getObject(3, LocalDate.class),
                    delivery,
                    instance.id)) {
                settle.execute();
            }
            return Optional.of(SendControl.Answer.DONE);
        }
    }
}
