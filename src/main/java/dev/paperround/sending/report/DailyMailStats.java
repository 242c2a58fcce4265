package dev.paperround.sending.report;

import dev.paperround.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Summarises each day's mails from the counts of its sends, so the cost does not depend on the number of mails. */
@ApplicationScoped
public class DailyMailStats {
    private static final String BY_DAY = """
            select (s.started_at at time zone 'UTC')::date as day, sum(c.sent), sum(c.pending + c.retrying),
                   sum(c.rejected), sum(c.unknown)
            from send s join send_count c on c.send_id = s.id
            where s.started_at >= ? group by 1 order by 1""";

    // Covers the sends that began on this day in UTC; open counts the mails still to be sent.
    public record MailDay(LocalDate day, long sent, long open, long rejected, long unknown) {}

    @Inject
    Sql sql;

    // Oldest first; days without a send are left out.
    public List<MailDay> since(LocalDate day) {
        return sql.query(
                BY_DAY,
                row -> new MailDay(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)),
                day.atStartOfDay().toInstant(ZoneOffset.UTC));
    }
}
