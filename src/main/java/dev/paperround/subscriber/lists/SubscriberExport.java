package dev.paperround.subscriber.lists;

import dev.paperround.subscriber.CsvTable;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Exports all subscribers as CSV that can be imported again. */
@ApplicationScoped
public class SubscriberExport {
    private static final int FETCHED = 1000;
    private static final List<String> FURTHER = List.of(
            "filters",
            "paused_until",
            "note_when_empty",
            "unsubscribed_at",
            "suppression",
            "weekday",
            "max_papers",
            "language",
            "state",
            "created_at");
    private static final String MOMENT = "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')";
    private static final String SELECT =
            """
            select email, (select string_agg(query, ';' order by position) from filter where subscriber_id = s.id),
                   frequency, time_zone, to_char(send_at, 'HH24:MI'),
                   (select jsonb_agg(jsonb_build_object('name', name, 'query', query) order by position)
                    from filter where subscriber_id = s.id),
                   paused_until, note_when_empty, %s,
                   (select reason from suppression where subscriber_id = s.id order by since limit 1),
                   weekday, max_papers, language, state, %s
            from subscriber s order by id""".formatted(MOMENT.formatted("unsubscribed_at"), MOMENT.formatted("created_at"));

    @Inject
    AgroalDataSource database;

    // PostgreSQL streams rows only within a transaction.
    @Transactional
    public void write(Writer writer) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT);
                var printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            var columns = new ArrayList<>(SubscriberImport.COLUMNS);
            columns.addAll(FURTHER);
            printer.printRecord(columns);
            statement.setFetchSize(FETCHED);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (var i = 1; i <= columns.size(); i++) {
                        var cell = rows.getString(i);
                        printer.print(cell == null ? "" : CsvTable.guarded(cell));
                    }
                    printer.println();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The subscribers could not be read.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
