package dev.paperround.subscriber.suppression;

import dev.paperround.subscriber.CsvTable;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.SuppressionReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.hibernate.Session;

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
    EntityManager entityManager;

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
        return session()
                .createNativeQuery(
                        SELECT + "where :q = '' or p.hash = any (:hashes) or strpos(s.email_key, :q) > 0" + ORDER,
                        Tuple.class)
                .setParameter("q", wanted)
                .setParameter("hashes", hashes.toArray(byte[][]::new))
                .setMaxResults(limit)
                .setFirstResult(offset)
                .getResultStream()
                .map(row -> suppression(row, hashes.isEmpty() || SuppressionHash.isOne(wanted) ? null : wanted))
                .toList();
    }

    // PostgreSQL streams rows only within a transaction.
    public void write(Writer writer) {
        try (var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
                var rows = session()
                        .createNativeQuery(SELECT + ORDER, Tuple.class)
                        .setFetchSize(FETCHED)
                        .getResultStream()) {
            printer.printRecord(COLUMNS);
            for (var row : (Iterable<Tuple>) rows::iterator) {
                var it = suppression(row, null);
                var email = it.email() == null ? "" : CsvTable.guarded(it.email());
                printer.printRecord(email, it.reason(), it.since(), it.hash());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The caller searched for this address, so showing it reveals nothing new.
    private static Suppression suppression(Tuple row, String asked) {
        var email = row.get(0, String.class);
        return new Suppression(
                email == null ? asked : email,
                SuppressionReason.valueOf(row.get(1, String.class)),
                row.get(2, Instant.class),
                SuppressionHash.hexadecimal(row.get(3, byte[].class)));
    }

    private Session session() {
        return entityManager.unwrap(Session.class);
    }
}
