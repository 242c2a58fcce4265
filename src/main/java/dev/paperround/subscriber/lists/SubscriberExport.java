package dev.paperround.subscriber.lists;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
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
    Sql sql;

    // PostgreSQL streams rows only within a transaction.
    @Transactional
    public void write(Writer writer) {
        try (var printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            var columns = new ArrayList<>(SubscriberImport.COLUMNS);
            columns.addAll(FURTHER);
            printer.printRecord(columns);
            sql.forEach(SELECT, FETCHED, row -> cells(row, columns.size()), cells -> print(printer, cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(ResultSet row, int count) throws SQLException {
        var cells = new ArrayList<String>();
        for (var i = 1; i <= count; i++) {
            var cell = row.getString(i);
            cells.add(cell == null ? "" : CsvTable.guarded(cell));
        }
        return cells;
    }

    private static void print(CSVPrinter printer, List<String> cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
