package dev.paperround.sending.report;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    AgroalDataSource database;

    // Oldest first; days without a send are left out.
    public List<MailDay> since(LocalDate day) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(BY_DAY)) {
            statement.setObject(1, day.atStartOfDay().atOffset(ZoneOffset.UTC));
            try (var rows = statement.executeQuery()) {
                var days = new ArrayList<MailDay>();
                while (rows.next()) {
                    days.add(new MailDay(
                            rows.getObject(1, LocalDate.class),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5)));
                }
                return days;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The mails of the last days could not be read.", e);
        }
    }
}
