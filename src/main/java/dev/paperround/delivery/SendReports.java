package dev.paperround.delivery;

import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import dev.paperround.subscription.EmailAddress;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What became of sends and of single deliveries. */
@ApplicationScoped
@Transactional
public class SendReports {
    private static final String LINES = """
            select d.id, d.send_id, coalesce(s.email, d.address) email, d.state, d.attempts, d.paper_ids,
                   d.smtp_code, d.smtp_reply, d.reason, d.updated_at
            from delivery d left join subscriber s on s.id = d.subscriber_id where true""";

    @Inject
    EntityManager entityManager;

    @Inject
    AgroalDataSource database;

    @Inject
    Papers papers;

    @Inject
    DigestPost post;

    @Inject
    Clock clock;

    @Inject
    Fence fence;

    /** Which deliveries to list; what is empty narrows nothing. */
    public record Wanted(Optional<EmailAddress> email, Optional<Long> send, Optional<String> state, int limit) {}

    public List<SendProgress> newest(int limit) {
        return Send.newest(limit).stream().map(this::progress).toList();
    }

    public Optional<SendProgress> find(long id) {
        return Send.<Send>findByIdOptional(id).map(this::progress);
    }

    private SendProgress progress(Send send) {
        return SendProgress.of(
                send, SendCounts.of(database, send.id), fence.closed(), Presence.trouble(database), clock.instant());
    }

    public Optional<DeliveryReport> delivery(long id) {
        return reports(session()
                        .createNativeQuery(LINES + " and d.id = :id", Tuple.class)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** Newest first. */
    public List<DeliveryReport> deliveries(Wanted wanted) {
        var sql = new StringBuilder(LINES);
        var values = new HashMap<String, Object>();
        wanted.email().ifPresent(email -> {
            sql.append(" and (d.subscriber_id = (select id from subscriber where email_key = :email)"
                    + " or d.subscriber_id is null and lower(d.address) = :email)");
            values.put("email", email.key());
        });
        wanted.send().ifPresent(send -> {
            sql.append(" and d.send_id = :send");
            values.put("send", send);
        });
        wanted.state().ifPresent(word -> {
            sql.append(" and d.state in (:states)");
            values.put("states", states(word));
        });
        var query = session().createNativeQuery(sql + " order by d.id desc limit :limit", Tuple.class);
        values.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                query.setParameterList(name, list);
            } else {
                query.setParameter(name, value);
            }
        });
        return reports(query.setParameter("limit", wanted.limit()).getResultList());
    }

    private List<DeliveryReport> reports(List<Tuple> rows) {
        var ids = rows.stream()
                .flatMap(row -> Arrays.stream(row.get("paper_ids", Long[].class)))
                .collect(Collectors.toSet());
        var known = papers.byIds(ids).stream().collect(Collectors.toMap(Paper::id, Function.identity()));
        return rows.stream().map(row -> report(row, known)).toList();
    }

    private DeliveryReport report(Tuple row, Map<Long, Paper> known) {
        var state = DeliveryState.valueOf(row.get("state", String.class));
        var reason = row.get("reason", String.class);
        return new DeliveryReport(
                row.get("id", Long.class),
                row.get("send_id", Long.class),
                row.get("email", String.class),
                state.word,
                row.get("attempts", Integer.class),
                state == DeliveryState.SKIPPED ? null : post.messageId(row.get("id", Long.class)),
                Arrays.stream(row.get("paper_ids", Long[].class))
                        .filter(known::containsKey)
                        .map(id -> known.get(id).publicId())
                        .toList(),
                row.get("smtp_code", Integer.class),
                row.get("smtp_reply", String.class),
                reason == null ? null : Reason.sentence(reason),
                row.get("updated_at", Instant.class));
    }

    private static List<String> states(String word) {
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.word.equals(word))
                .map(Enum::name)
                .toList();
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
