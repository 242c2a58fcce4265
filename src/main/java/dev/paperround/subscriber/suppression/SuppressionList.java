package dev.paperround.subscriber.suppression;

import dev.paperround.database.Sql;
import dev.paperround.subscriber.CsvTable;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.SuppressionReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

@ApplicationScoped
@Transactional
public class SuppressionList {
    static final List<String> COLUMNS = List.of("email", "reason", "since", "hash");

    private static final int FETCHED = 1000;
    private static final String SELECT = """
            select s.email, p.reason, p.since, p.hash
            from suppression p left join subscriber s on s.id = p.subscriber_id
            """;
    private static final String ORDER = " order by p.since desc, p.hash";

    @Inject
    Sql sql;

    @Inject
    SuppressionHash hash;

    // The query is an address (found even if nobody has it), part of a subscriber's address, or a hash. An empty query
    // finds all.
    public List<Suppression> search(String q, int limit, int offset) {
        // No address contains a space, so it was a plus in a query string.
        var wanted = q.strip().replace(' ', '+').toLowerCase(Locale.ROOT);
        if (wanted.indexOf('\0') >= 0) {
            // PostgreSQL rejects NUL, and no address contains it.
            return List.of();
        }
        var hashes = SuppressionHash.isOne(wanted)
                ? List.of(SuppressionHash.read(wanted))
                : EmailAddress.parse(wanted).map(hash::all).orElse(List.of());
        return sql.query(
                SELECT + "where ? = '' or p.hash = any (?) or strpos(s.email_key, ?) > 0" + ORDER + " limit ? offset ?",
                row -> suppression(row, hashes.isEmpty() || SuppressionHash.isOne(wanted) ? null : wanted),
                wanted,
                hashes.toArray(byte[][]::new),
                wanted,
                limit,
                offset);
    }

    // PostgreSQL streams rows only within a transaction.
    public void write(Writer writer) {
        try (var printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            printer.printRecord(COLUMNS);
            sql.forEach(SELECT + ORDER, FETCHED, row -> suppression(row, null), it -> print(printer, it));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, Suppression it) {
        var email = it.email() == null ? "" : CsvTable.guarded(it.email());
        try {
            printer.printRecord(email, it.reason(), it.since(), it.hash());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The caller searched for this address, so showing it reveals nothing new.
    private static Suppression suppression(ResultSet row, String asked) throws SQLException {
        var email = row.getString("email");
        return new Suppression(
                email == null ? asked : email,
                SuppressionReason.valueOf(row.getString("reason")),
                Sql.instant(row, "since"),
                SuppressionHash.hexadecimal(row.getBytes("hash")));
    }
}
