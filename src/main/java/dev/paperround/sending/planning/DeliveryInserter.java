package dev.paperround.sending.planning;

import dev.paperround.digest.Selection;
import dev.paperround.i18n.OperatorSentence;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.Send;
import dev.paperround.sending.Sends;
import dev.paperround.sending.ledger.DeliveryBatches;
import dev.paperround.sending.ledger.ResultQuarantine;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    AgroalDataSource database;

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
        try (var connection = database.getConnection()) {
            write(connection, send, plans, 0);
        } catch (SQLException e) {
            throw new IllegalStateException("The plans of send " + send.id + " could not be written.", e);
        }
    }

    // Halves the plans until a refused one stands alone. Takes and returns the number of plans refused so far.
    private int write(Connection connection, Send send, List<Plan> plans, int refused) throws SQLException {
        execute(connection, "savepoint plans");
        try {
            insert(connection, send, plans);
            execute(connection, "release savepoint plans");
            return refused;
        } catch (SQLException e) {
            if (!ResultQuarantine.isOfTheRow(e) || refused == MOST_REFUSED) {
                throw e;
            }
            execute(connection, "rollback to savepoint plans");
            execute(connection, "release savepoint plans");
            if (plans.size() == 1) {
                return writeWithout(connection, send, plans.get(0), e, refused + 1);
            }
            var half = plans.size() / 2;
            var sofar = write(connection, send, plans.subList(0, half), refused);
            return write(connection, send, plans.subList(half, plans.size()), sofar);
        }
    }

    private int writeWithout(Connection connection, Send send, Plan plan, SQLException failure, int refused)
            throws SQLException {
        // The message may quote the whole row.
        Log.errorf(
                "The database refuses the plan of subscriber %d in send %d (SQLSTATE %s); the others' plans go on.",
                plan.subscriber(), send.id, failure.getSQLState());
        return plan.isUnreadable() ? refused : write(connection, send, List.of(plan.unreadable()), refused);
    }

    private void insert(Connection connection, Send send, List<Plan> plans) throws SQLException {
        var papers = new Papers();
        var firsts =
                plans.stream().mapToInt(it -> papers.first(it.composition())).toArray();
        var parameters = new Object[] {
            send.createdOn,
            send.id,
            OperatorSentence.MAY_HAVE_LEFT_BEFORE.toPrograms(),
            papers.ids(),
            clock.instant().atOffset(ZoneOffset.UTC),
            plans.stream().map(Plan::subscriber).toArray(Long[]::new),
            texts(plans, Plan::address),
            texts(plans, it -> it.state().name()),
            firsts,
            plans.stream().mapToInt(it -> it.composition().papers().size()).toArray(),
            plans.stream().mapToInt(it -> it.composition().matched()).toArray(),
            plans.stream().mapToInt(it -> it.composition().considered()).toArray(),
            texts(plans, it -> it.reason().map(NoMailReason::name).orElse(null)),
            texts(plans, Plan::budget),
            texts(plans, it -> it.dueAt().map(Instant::toString).orElse(null))
        };
        try (var statement = connection.prepareStatement(INSERT)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
