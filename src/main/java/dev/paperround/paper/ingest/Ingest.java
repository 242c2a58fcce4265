package dev.paperround.paper.ingest;

import dev.paperround.i18n.Message;
import dev.paperround.paper.source.Rejection;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Records one ingest, or several in a row that came to the same. */
@Entity
public class Ingest extends PanacheEntityBase {
    // The reason is a message as code and arguments.
    public record StoredRejection(int position, String reason) {
        static StoredRejection of(Rejection rejection) {
            return new StoredRejection(rejection.position(), rejection.reason().stored());
        }

        Rejection read() {
            return new Rejection(position, Message.read(reason));
        }
    }

    // Taken from the sequence before the ingest begins, because its papers refer to it.
    @Id
    public long id;

    public String source;
    public LocalDate day;
    public Instant startedAt;
    public Instant lastAt;
    public int times = 1;
    public long durationMillis;
    public int received;
    public int added;
    public int updated;
    public int unchanged;
    public int rejected;

    @JdbcTypeCode(SqlTypes.JSON)
    public List<StoredRejection> rejections;

    public String error;
    public String warning;
    public Instant undoneAt;

    // A source also stands for its categories, such as arxiv for arxiv:cs.LG.
    static List<Ingest> newest(Optional<String> source, Optional<LocalDate> day, int limit) {
        return Ingest.<Ingest>find("""
                        (?1 is null or source = ?1 or locate(concat(?1, ':'), source) = 1) and (cast(?2 as LocalDate) is null or day = ?2)
                        order by lastAt desc, id desc""", source.orElse(null), day.orElse(null))
                .page(0, limit)
                .list();
    }

    static Optional<Ingest> last(String source, LocalDate day) {
        return find("source = ?1 and day = ?2 order by id desc", source, day).firstResultOptional();
    }

    boolean cameToTheSameAs(Ingest other) {
        return changedNothing()
                && other.changedNothing()
                && received == other.received
                && Objects.equals(error, other.error)
                && Objects.equals(warning, other.warning);
    }

    private boolean changedNothing() {
        return added + updated + rejected == 0;
    }

    IngestRecord asRecord() {
        return new IngestRecord(
                id,
                source,
                day,
                startedAt,
                durationMillis / 1000.0,
                received,
                added,
                updated,
                unchanged,
                rejected,
                rejections.stream().map(StoredRejection::read).toList(),
                Message.readOrNull(error),
                Message.readOrNull(warning),
                times,
                lastAt,
                undoneAt);
    }
}
