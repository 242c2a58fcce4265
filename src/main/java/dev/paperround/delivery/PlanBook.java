package dev.paperround.delivery;

import dev.paperround.digest.Composer;
import dev.paperround.digest.Composition;
import dev.paperround.digest.Window;
import dev.paperround.paper.Paper;
import dev.paperround.subscription.FilterText;
import dev.paperround.subscription.Subscriber;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Composes for a page of subscribers and writes the plans down, all in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PlanBook {
    /** An open delivery counts as received, so that two sends that overlap do not bring the same paper twice. */
    private static final String RECEIVED = """
            select subscriber_id, array_agg(distinct paper) from delivery, unnest(paper_ids) paper
            where subscriber_id = any (?) and paper = any (?)
              and state in ('PLANNED', 'LEASED', 'SENDING', 'SENT', 'RETRY', 'UNKNOWN')
            group by subscriber_id""";

    private static final String INSERT = """
            insert into delivery (created_on, send_id, subscriber_id, address, state, paper_ids, more_ids, matched,
                                  considered,
                                  reason, next_attempt_at, planned_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint uq_delivery_send_subscriber do nothing""";

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    /** Compositions by subscriber id. */
    Map<Long, Composition> compose(Window window, Collection<Subscriber> subscribers, boolean again) {
        var received = again ? Map.<Long, Set<Long>>of() : received(window, subscribers);
        var composer = new Composer(window);
        var compositions = new HashMap<Long, Composition>();
        for (var subscriber : subscribers) {
            var queries =
                    subscriber.filterTexts().stream().map(FilterText::query).toList();
            var had = received.getOrDefault(subscriber.id, Set.of());
            compositions.put(subscriber.id, composer.compose(queries, had, subscriber.maxPapers));
        }
        return compositions;
    }

    private Map<Long, Set<Long>> received(Window window, Collection<Subscriber> subscribers) {
        var papers = window.papers().stream().map(Paper::id).toArray(Long[]::new);
        var ids = subscribers.stream().map(it -> it.id).toArray(Long[]::new);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(RECEIVED)) {
            statement.setObject(1, ids);
            statement.setObject(2, papers);
            var received = new HashMap<Long, Set<Long>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    received.put(
                            rows.getLong(1), Set.of((Long[]) rows.getArray(2).getArray()));
                }
            }
            return received;
        } catch (SQLException e) {
            throw new IllegalStateException("What was received before could not be read.", e);
        }
    }

    /** A plan that is there already stays as it is. */
    void write(Send send, List<Plan> plans) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(INSERT)) {
            for (var plan : plans) {
                var mail = plan.isMail();
                var values = new Object[] {
                    send.createdOn,
                    send.id,
                    plan.subscriber(),
                    plan.address(),
                    (mail ? DeliveryState.PLANNED : DeliveryState.SKIPPED).name(),
                    plan.papers().toArray(Long[]::new),
                    plan.more().toArray(Long[]::new),
                    plan.matched(),
                    plan.considered(),
                    plan.reason().map(Reason::name).orElse(null),
                    mail ? now : null,
                    now,
                    now
                };
                for (var i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The plans of send " + send.id + " could not be written.", e);
        }
    }
}
