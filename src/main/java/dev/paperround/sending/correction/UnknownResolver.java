package dev.paperround.sending.correction;

import dev.paperround.database.Sql;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.Send;
import dev.paperround.sending.SendControl;
import dev.paperround.sending.ledger.Instance;
import dev.paperround.sending.ledger.SendCounters;
import dev.paperround.sending.ledger.SendSpans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

    private record Found(DeliveryState state, Send.State send, LocalDate createdOn) {}

    public enum As {
        SENT,
        // Keeps the Message-ID, and the bytes if they were stored; otherwise the mail is rendered again from the plan.
        // From then on it counts as sent by hand.
        RETRY
    }

    @Inject
    Sql sql;

    @Inject
    Instance instance;

    @Inject
    Clock clock;

    // Returns empty if there is no such delivery.
    @Transactional
    public Optional<SendControl.Answer> settle(long delivery, As as) {
        sql.execute(LOCK, delivery, delivery);
        var found = sql.find(
                FIND,
                row -> new Found(
                        DeliveryState.valueOf(row.getString(1)),
                        Send.State.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class)),
                delivery,
                delivery);
        return found.map(it -> settle(delivery, it, as));
    }

    private SendControl.Answer settle(long delivery, Found found, As as) {
        if (found.state() != DeliveryState.UNKNOWN) {
            return SendControl.Answer.refused(
                    Message.of(SendMessages.class, say -> say.notUnknown(found.state().word)));
        }
        if (as == As.RETRY && found.send() == Send.State.CANCELLED) {
            return SendControl.Answer.refused(Message.of(SendMessages.class, SendMessages::cancelledSentOnly));
        }
        var now = clock.instant();
        sql.execute(
                SETTLE,
                as == As.RETRY ? DeliveryState.RETRY.name() : DeliveryState.SENT.name(),
                as == As.RETRY ? now : null,
                now,
                found.createdOn(),
                delivery,
                instance.id);
        return SendControl.Answer.DONE;
    }
}
