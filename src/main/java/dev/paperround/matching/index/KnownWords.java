package dev.paperround.matching.index;

import dev.paperround.matching.query.Query;
import java.util.Optional;

public interface KnownWords {
    boolean finds(Query query);

    Optional<String> nearSpelling(String word);
}
