package dev.paperround.matching.meaning;

import dev.paperround.matching.query.QueryTerm;

/** Tells how close each paper of a list is to what is asked for; see {@link Interest}. */
public interface Closeness {
    Closeness UNKNOWN = like -> new float[0];

    // Leaves out what comes after the last paper that is known.
    float[] of(QueryTerm.Like like);
}
