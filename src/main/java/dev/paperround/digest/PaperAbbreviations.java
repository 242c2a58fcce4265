package dev.paperround.digest;

import dev.paperround.database.Sql;
import dev.paperround.matching.text.Abbreviations;
import dev.paperround.matching.text.Abbreviations.Abbreviation;
import dev.paperround.paper.PapersChanged;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
public class PaperAbbreviations {
    private static final int BATCH = 500;
    private static final int MOST_KNOWN = 50;

    private static final String UNREAD = """
            select id, coalesce(abstract, '') from paper where not abbreviations_read
            order by id limit ? for update skip locked""";

    private static final String ADD = """
            insert into paper_abbreviation (paper_id, short_key, long_key, short_form, long_form)
            values (?, ?, ?, ?, ?) on conflict do nothing""";

    private static final String KNOWN = """
            select min(short_form), min(long_form)
            from paper_abbreviation
            where short_key = any (?) or long_key = any (?)
            group by short_key, long_key
            order by count(*) desc, min(long_form)
            limit ?""";

    @Inject
    Sql sql;

    void readNew(@Observes(during = TransactionPhase.AFTER_SUCCESS) PapersChanged changed) {
        boolean more;
        do {
            more = QuarkusTransaction.requiringNew().call(this::readBatch);
        } while (more);
    }

    public List<Abbreviation> known(Collection<String> keys) {
        var array = keys.toArray(String[]::new);
        return sql.query(KNOWN, row -> new Abbreviation(row.getString(1), row.getString(2)), array, array, MOST_KNOWN);
    }

    private record Abstract(long paper, String text) {}

    private record Found(long paper, Abbreviation abbreviation) {}

    private boolean readBatch() {
        var abstracts = sql.query(UNREAD, row -> new Abstract(row.getLong(1), row.getString(2)), BATCH);
        write(abstracts);
        return abstracts.size() == BATCH;
    }

    private void write(List<Abstract> abstracts) {
        var ids = abstracts.stream().map(Abstract::paper).toArray(Long[]::new);
        var found = abstracts.stream()
                .flatMap(it -> Abbreviations.in(it.text()).stream().map(one -> new Found(it.paper(), one)))
                .toList();
        sql.execute("delete from paper_abbreviation where paper_id = any (?)", (Object) ids);
        sql.batch(ADD, found, PaperAbbreviations::values);
        sql.execute("update paper set abbreviations_read = true where id = any (?)", (Object) ids);
    }

    private static Object[] values(Found found) {
        var it = found.abbreviation();
        return new Object[] {found.paper(), it.shortKey(), it.longKey(), it.shortForm(), it.longForm()};
    }
}
