package dev.paperround.sending.planning;

import dev.paperround.database.Sql;
import dev.paperround.database.UncheckedSqlException;
import dev.paperround.digest.Selection;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.Send;
import dev.paperround.sending.Sends;
import dev.paperround.sending.ledger.DeliveryBatches;
import dev.paperround.sending.ledger.ResultQuarantine;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

@ApplicationScoped
class DeliveryInserter {
    // The papers of all plans form one array, in which a composition shared by many plans appears once.
    private static final String INSERT = """
            with added as (
            insert into delivery (created_on, send_id, subscriber_id, address, state, paper_ids, more_ids, matched,
                                  considered, reason, budget, due_at, smtp_reply, planned_at, updated_at)
            select ?, ?, plan.subscriber, plan.address, plan.state,
                   papers.ids[plan.first : plan.first + plan.held - 1],
                   papers.ids[plan.first + plan.held : plan.first + plan.matched - 1],
                   plan.matched, plan.considered, plan.reason, plan.budget, plan.due_at::timestamptz,
                   case when plan.state = 'UNKNOWN' then ? end, clock.now, clock.now
            from (select ?::bigint[] as ids) papers, (select ?::timestamptz as now) clock,
                 unnest(?::bigint[], ?::text[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::text[],
                        ?::text[], ?::text[])
                 as plan (subscriber, address, state, first, held, matched, considered, reason, budget, due_at)
            on conflict on constraint uq_delivery_send_subscriber do nothing
            returning id, created_on, send_id, budget, planned_at, due_at, state)
            """ + DeliveryBatches.PLANNED;

    // Beyond this number the cause is no longer single rows, and planning all of them again later does less harm.
    private static final int MOST_REFUSED = 20;

    @Inject
    Sql sql;

    @Inject
    Sends sends;

    @Inject
    Clock clock;

    record Scheduled(Send send, List<Plan> plans) {}

    // Adds to the scheduled send of that date. If it was cancelled, the plans are as well.
    Scheduled writeScheduled(LocalDate date, List<Plan> plans) {
        var send = sends.scheduled(date);
        var written = send.state == Send.State.CANCELLED
                ? plans.stream().map(Plan::cancelled).toList()
                : plans;
        write(send, written);
        return new Scheduled(send, written);
    }

    // Leaves existing plans unchanged. A plan that the database refuses stops none of the others.
    void write(Send send, List<Plan> plans) {
        write(send, plans, 0);
    }

    // Halves the plans until a refused one stands alone. Takes and returns the number of plans refused so far.
    private int write(Send send, List<Plan> plans, int refused) {
        sql.execute("savepoint plans");
        try {
            insert(send, plans);
            sql.execute("release savepoint plans");
            return refused;
        } catch (UncheckedSqlException e) {
            if (!ResultQuarantine.isOfTheRow(e) || refused == MOST_REFUSED) {
                throw e;
            }
            sql.execute("rollback to savepoint plans");
            sql.execute("release savepoint plans");
            if (plans.size() == 1) {
                return writeWithout(send, plans.get(0), e, refused + 1);
            }
            var half = plans.size() / 2;
            var sofar = write(send, plans.subList(0, half), refused);
            return write(send, plans.subList(half, plans.size()), sofar);
        }
    }

    private int writeWithout(Send send, Plan plan, UncheckedSqlException failure, int refused) {
        // The message may quote the whole row.
        Log.errorf(
                "The database refuses the plan of subscriber %d in send %d (SQLSTATE %s); the others' plans go on.",
                plan.subscriber(), send.id, failure.getCause().getSQLState());
        return plan.isUnreadable() ? refused : write(send, List.of(plan.unreadable()), refused);
    }

    private void insert(Send send, List<Plan> plans) {
        var papers = new Papers();
        var firsts =
                plans.stream().mapToInt(it -> papers.first(it.composition())).toArray();
        sql.execute(
                INSERT,
                send.createdOn,
                send.id,
                Message.of(SendMessages.class, say -> say.mayHaveLeftBefore()).stored(),
                papers.ids(),
                clock.instant(),
                plans.stream().map(Plan::subscriber).toArray(Long[]::new),
                texts(plans, Plan::address),
                texts(plans, it -> it.state().name()),
                firsts,
                plans.stream().mapToInt(it -> it.composition().papers().size()).toArray(),
                plans.stream().mapToInt(it -> it.composition().matched()).toArray(),
                plans.stream().mapToInt(it -> it.composition().considered()).toArray(),
                texts(plans, it -> it.reason().map(NoMailReason::name).orElse(null)),
                texts(plans, Plan::budget),
                texts(plans, it -> it.dueAt().map(Instant::toString).orElse(null)));
    }

    private static String[] texts(List<Plan> plans, Function<Plan, String> value) {
        return plans.stream().map(value).toArray(String[]::new);
    }

    private static final class Papers {
        private final List<Long> ids = new ArrayList<>();
        private final Map<Selection, Integer> firsts = new IdentityHashMap<>();

        // Counted from 1, as in PostgreSQL.
        int first(Selection composition) {
            return firsts.computeIfAbsent(composition, it -> {
                var first = ids.size() + 1;
                ids.addAll(it.papers());
                ids.addAll(it.more());
                return first;
            });
        }

        long[] ids() {
            return ids.stream().mapToLong(Long::longValue).toArray();
        }
    }
}
