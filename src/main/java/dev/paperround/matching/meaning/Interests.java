package dev.paperround.matching.meaning;

import dev.paperround.matching.query.QueryTerm;
import java.util.Optional;

/** Finds what is meant by a {@code like:}; nothing if that cannot be known just now. */
public interface Interests {
    Interests NONE = like -> Optional.empty();

    Optional<Interest> of(QueryTerm.Like like);
}
