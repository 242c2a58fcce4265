package dev.paperround.sending.report;

import dev.paperround.mail.DigestMailFactory;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.SendSpans;
import dev.paperround.subscriber.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

@ApplicationScoped
@Transactional
public class DeliveryReports {
    private static final String LINE = """
            select d.id, d.send_id, coalesce(s.email, d.address) email, d.state, d.attempts, d.paper_ids,
                   d.smtp_code, d.smtp_reply, d.reason, d.updated_at
            """;

    private static final String LINES =
            LINE + " from delivery d left join subscriber s on s.id = d.subscriber_id where ";

    // Each of the two ways to find a person's deliveries has an index.
    private static final String OF_PERSON = """
            (d.subscriber_id = (select id from subscriber where email_key = :email)
             or d.subscriber_id is null and d.address is not null and lower(d.address) = :email)""";

    private static final String OF_SENDS = LINE + """
            from unnest(cast(:sends as bigint[]), cast(:days as date[]), cast(:firsts as bigint[]), cast(:lasts as bigint[]))
                 span (send, day, first, last)
            cross join lateral (
                select * from delivery d
                where d.created_on = span.day and d.id between span.first and span.last and d.send_id = span.send%s
                order by d.id desc limit :limit) d
            left join subscriber s on s.id = d.subscriber_id
            order by d.id desc limit :limit""";

    // This many sends are queried at once.
    private static final int SENDS = 20;

    @Inject
    EntityManager entityManager;

    @Inject
    Papers papers;

    @Inject
    DigestMailFactory mails;

    @Inject
    SendSpans spans;

    // An empty filter narrows nothing.
    public record Wanted(Optional<EmailAddress> email, Optional<Long> send, Optional<String> state, int limit) {}

    public Optional<DeliveryReport> delivery(long id) {
        return reports(session()
                        .createNativeQuery(
                                LINES + SendSpans.ON_A_DAY_OF.formatted(":id") + " and d.id = :id", Tuple.class)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .findFirst();
    }

    public List<DeliveryReport> deliveries(Wanted wanted) {
        return reports(wanted.email().isPresent() ? ofPerson(wanted) : ofSends(wanted));
    }

    private List<Tuple> ofPerson(Wanted wanted) {
        var sql = LINES + OF_PERSON
                + wanted.send().map(it -> " and d.send_id = :send").orElse("") + inStates(wanted)
                + " order by d.id desc limit :limit";
        var query = session()
                .createNativeQuery(sql, Tuple.class)
                .setParameter("email", wanted.email().get().key())
                .setParameter("limit", wanted.limit());
        wanted.send().ifPresent(it -> query.setParameter("send", it));
        wanted.state().ifPresent(it -> query.setParameterList("states", states(it)));
        return query.getResultList();
    }

    // Stops as soon as no earlier send can have a newer delivery.
    private List<Tuple> ofSends(Wanted wanted) {
        var sends = spans.newestFirst(wanted.send(), wanted.state());
        var found = new ArrayList<Tuple>();
        for (int from = 0, to = 1; from < sends.size(); from = to, to = Math.min(2 * to, to + SENDS)) {
            if (found.size() >= wanted.limit()
                    && id(found.get(wanted.limit() - 1)) > sends.get(from).last()) {
                break;
            }
            found.addAll(ofSends(sends.subList(from, Math.min(to, sends.size())), wanted));
            found.sort(Comparator.comparing(DeliveryReports::id).reversed());
        }
        return found.subList(0, Math.min(wanted.limit(), found.size()));
    }

    private List<Tuple> ofSends(List<SendSpans.Span> sends, Wanted wanted) {
        var query = session()
                .createNativeQuery(OF_SENDS.formatted(inStates(wanted)), Tuple.class)
                .setParameter("sends", sends.stream().map(SendSpans.Span::send).toArray(Long[]::new))
                .setParameter(
                        "days", sends.stream().map(it -> it.day().toString()).toArray(String[]::new))
                .setParameter(
                        "firsts", sends.stream().map(SendSpans.Span::first).toArray(Long[]::new))
                .setParameter("lasts", sends.stream().map(SendSpans.Span::last).toArray(Long[]::new))
                .setParameter("limit", wanted.limit());
        wanted.state().ifPresent(it -> query.setParameterList("states", states(it)));
        return query.getResultList();
    }

    private static String inStates(Wanted wanted) {
        return wanted.state().map(it -> " and d.state in (:states)").orElse("");
    }

    private static Long id(Tuple row) {
        return row.get("id", Long.class);
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
                state == DeliveryState.SKIPPED ? null : mails.messageId(row.get("id", Long.class)),
                Arrays.stream(row.get("paper_ids", Long[].class))
                        .filter(known::containsKey)
                        .map(id -> known.get(id).publicId())
                        .toList(),
                row.get("smtp_code", Integer.class),
                row.get("smtp_reply", String.class),
                reason == null ? null : NoMailReason.sentence(reason),
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
