package dev.paperround.meaning;

import dev.paperround.database.Sql;
import dev.paperround.matching.meaning.Vector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Remembers vectors by a hash of their texts, so that nobody's interests are kept after they have gone. */
@ApplicationScoped
public class TextVectorTable {
    private static final int DAYS_UNUSED = 60;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private record Kept(byte[] vector, LocalDate usedOn) {}

    Optional<Vector> find(String model, String text) {
        var hash = hash(model, text);
        var kept = sql.find(
                "select vector, used_on from text_vector where text_hash = ?",
                row -> new Kept(row.getBytes(1), row.getObject(2, LocalDate.class)),
                (Object) hash);
        if (kept.filter(it -> it.usedOn().isBefore(today())).isPresent()) {
            sql.execute("update text_vector set used_on = ? where text_hash = ?", today(), hash);
        }
        return kept.map(it -> Vector.of(it.vector()));
    }

    void keep(String model, String text, Vector vector) {
        sql.execute(
                "insert into text_vector (text_hash, vector, used_on) values (?, ?, ?) on conflict do nothing",
                hash(model, text),
                vector.toBytes(),
                today());
    }

    public void forgetUnused() {
        sql.execute("delete from text_vector where used_on < ?", today().minusDays(DAYS_UNUSED));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static byte[] hash(String model, String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((model + "\n" + text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
