package dev.paperround.delivery;

import dev.paperround.digest.Composition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A delivery this instance holds the lease of, with what its mail is made from. */
record Claimed(
        long id,
        LocalDate createdOn,
        LocalDate day,
        long subscriber,
        List<Long> papers,
        List<Long> more,
        int considered,
        int attempts,
        Instant plannedAt,
        String reason,
        Optional<byte[]> message) {

    Composition composition() {
        return new Composition(papers, more, considered, Optional.empty());
    }
}
