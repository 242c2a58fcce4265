package dev.paperround.sending.report;

import dev.paperround.database.Sql;
import dev.paperround.i18n.Message;
import dev.paperround.mail.DigestMailFactory;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.SendSpans;
import dev.paperround.subscriber.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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
            (d.subscriber_id = (select id from subscriber where email_key = ?)
             or d.subscriber_id is null and d.address is not null and lower(d.address) = ?)""";

    private static final String OF_SENDS = LINE + """
            from unnest(cast(? as bigint[]), cast(? as date[]), cast(? as bigint[]), cast(? as bigint[]))
                 span (send, day, first, last)
            cross join lateral (
                select * from delivery d
                where d.created_on = span.day and d.id between span.first and span.last and d.send_id = span.send%s
                order by d.id desc limit ?) d
            left join subscriber s on s.id = d.subscriber_id
            order by d.id desc limit ?""";

    // This many sends are queried at once.
    private static final int SENDS = 20;

    @Inject
    Sql sql;

    @Inject
    Papers papers;

    @Inject
    DigestMailFactory mails;

    @Inject
    SendSpans spans;

    private record Line(
            long id,
            long send,
            String email,
            DeliveryState state,
            int attempts,
            List<Long> papers,
            Integer smtpCode,
            String smtpReply,
            String reason,
            Instant at) {
        static Line read(ResultSet row) throws SQLException {
            return new Line(
                    row.getLong("id"),
                    row.getLong("send_id"),
                    row.getString("email"),
                    DeliveryState.valueOf(row.getString("state")),
                    row.getInt("attempts"),
                    Sql.list(row, "paper_ids", Long[].class),
                    row.getObject("smtp_code", Integer.class),
                    row.getString("smtp_reply"),
                    row.getString("reason"),
                    Sql.instant(row, "updated_at"));
        }
    }

    // An empty filter narrows nothing.
    public record Wanted(Optional<EmailAddress> email, Optional<Long> send, Optional<String> state, int limit) {}

    public Optional<DeliveryReport> delivery(long id) {
        var lines = sql.query(LINES + SendSpans.ON_A_DAY_OF.formatted("?") + " and d.id = ?", Line::read, id, id);
        return reports(lines).stream().findFirst();
    }

    public List<DeliveryReport> deliveries(Wanted wanted) {
        return reports(wanted.email().isPresent() ? ofPerson(wanted) : ofSends(wanted));
    }

    private List<Line> ofPerson(Wanted wanted) {
        var email = wanted.email().orElseThrow().key();
        var values = new ArrayList<Object>(List.of(email, email));
        wanted.send().ifPresent(values::add);
        states(wanted).ifPresent(values::add);
        values.add(wanted.limit());
        return sql.query(
                LINES + OF_PERSON
                        + wanted.send().map(it -> " and d.send_id = ?").orElse("") + inStates(wanted)
                        + " order by d.id desc limit ?",
                Line::read,
                values.toArray());
    }

    // Stops as soon as no earlier send can have a newer delivery.
    private List<Line> ofSends(Wanted wanted) {
        var sends = spans.newestFirst(wanted.send(), wanted.state());
        var found = new ArrayList<Line>();
        for (int from = 0, to = 1; from < sends.size(); from = to, to = Math.min(2 * to, to + SENDS)) {
            if (found.size() >= wanted.limit()
                    && found.get(wanted.limit() - 1).id() > sends.get(from).last()) {
                break;
            }
            found.addAll(ofSends(sends.subList(from, Math.min(to, sends.size())), wanted));
            found.sort(Comparator.comparing(Line::id).reversed());
        }
        return found.subList(0, Math.min(wanted.limit(), found.size()));
    }

    private List<Line> ofSends(List<SendSpans.Span> sends, Wanted wanted) {
        var values = new ArrayList<Object>(List.of(
                sends.stream().map(SendSpans.Span::send).toArray(Long[]::new),
                sends.stream().map(it -> it.day().toString()).toArray(String[]::new),
                sends.stream().map(SendSpans.Span::first).toArray(Long[]::new),
                sends.stream().map(SendSpans.Span::last).toArray(Long[]::new)));
        states(wanted).ifPresent(values::add);
        values.add(wanted.limit());
        values.add(wanted.limit());
        return sql.query(OF_SENDS.formatted(inStates(wanted)), Line::read, values.toArray());
    }

    private static String inStates(Wanted wanted) {
        return wanted.state().map(it -> " and d.state = any (?)").orElse("");
    }

    private List<DeliveryReport> reports(List<Line> lines) {
        var ids = lines.stream().flatMap(it -> it.papers().stream()).collect(Collectors.toSet());
        var known = papers.byIds(ids).stream().collect(Collectors.toMap(Paper::id, Function.identity()));
        return lines.stream().map(it -> report(it, known)).toList();
    }

    private DeliveryReport report(Line line, Map<Long, Paper> known) {
        return new DeliveryReport(
                line.id(),
                line.send(),
                line.email(),
                line.state().word,
                line.attempts(),
                line.state() == DeliveryState.SKIPPED ? null : mails.messageId(line.id()),
                line.papers().stream()
                        .filter(known::containsKey)
                        .map(id -> known.get(id).publicId())
                        .toList(),
                line.smtpCode(),
                Message.readOrNull(line.smtpReply()),
                line.reason() == null ? null : NoMailReason.said(line.reason()),
                line.at());
    }

    private static Optional<String[]> states(Wanted wanted) {
        return wanted.state().map(word -> Arrays.stream(DeliveryState.values())
                .filter(state -> state.word.equals(word))
                .map(Enum::name)
                .toArray(String[]::new));
    }
}
