package dev.paperround.digest;

import dev.paperround.matching.text.Abbreviations;
import dev.paperround.matching.text.Abbreviations.Abbreviation;
import dev.paperround.paper.PapersChanged;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
public class PaperAbbreviations {
    private static final int BATCH = 500;
    private static final int MOST_KNOWN = 50;

    @Inject
    AgroalDataSource database;

    void readNew(@Observes(during = TransactionPhase.AFTER_SUCCESS) PapersChanged changed) {
        boolean more;
        do {
            more = QuarkusTransaction.requiringNew().call(this::readBatch);
        } while (more);
    }

    public List<Abbreviation> known(Collection<String> keys) {
        var sql = """
                select min(short_form), min(long_form)
                from paper_abbreviation
                where short_key = any (?) or long_key = any (?)
                group by short_key, long_key
                order by count(*) desc, min(long_form)
                limit ?
                """;
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            var array = connection.createArrayOf("text", keys.toArray());
            statement.setArray(1, array);
            statement.setArray(2, array);
            statement.setInt(3, MOST_KNOWN);
            var known = new ArrayList<Abbreviation>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    known.add(new Abbreviation(row.getString(1), row.getString(2)));
                }
            }
            return known;
        } catch (SQLException e) {
            throw new IllegalStateException("the abbreviations could not be read", e);
        }
    }

    private boolean readBatch() {
        try (var connection = database.getConnection()) {
            var abstracts = unread(connection);
            write(connection, abstracts);
            return abstracts.size() == BATCH;
        } catch (SQLException e) {
            throw new IllegalStateException("the abbreviations of new papers could not be stored", e);
        }
    }

    private static Map<Long, String> unread(Connection connection) throws SQLException {
        var sql =
                "select id, coalesce(abstract, '') from paper where not abbreviations_read order by id limit ? for update skip locked";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, BATCH);
            var abstracts = new LinkedHashMap<Long, String>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    abstracts.put(row.getLong(1), row.getString(2));
                }
            }
            return abstracts;
        }
    }

    private static void write(Connection connection, Map<Long, String> abstracts) throws SQLException {
        var ids = connection.createArrayOf("bigint", abstracts.keySet().toArray());
        try (var forget = connection.prepareStatement("delete from paper_abbreviation where paper_id = any (?)");
                var keep = connection.prepareStatement("""
                        insert into paper_abbreviation (paper_id, short_key, long_key, short_form, long_form)
                        values (?, ?, ?, ?, ?) on conflict do nothing""");
                var done =
                        connection.prepareStatement("update paper set abbreviations_read = true where id = any (?)")) {
            forget.setArray(1, ids);
            forget.executeUpdate();
            for (var paper : abstracts.entrySet()) {
                for (var abbreviation : Abbreviations.in(paper.getValue())) {
                    add(keep, paper.getKey(), abbreviation);
                }
            }
            keep.executeBatch();
            done.setArray(1, ids);
            done.executeUpdate();
        }
    }

    private static void add(PreparedStatement keep, long paper, Abbreviation abbreviation) throws SQLException {
        keep.setLong(1, paper);
        keep.setString(2, abbreviation.shortKey());
        keep.setString(3, abbreviation.longKey());
        keep.setString(4, abbreviation.shortForm());
        keep.setString(5, abbreviation.longForm());
        keep.addBatch();
    }
}
