package dev.paperround.matching.index;

import dev.paperround.matching.query.Query;
import java.util.Optional;

/** Tells hints what the papers hold. */
public interface KnownWords {
    boolean finds(Query query);

    /** A word of titles, abstracts or keywords that differs by a letter or two, the most frequent of the nearest. */
    Optional<String> nearSpelling(String word);
}
