package dev.paperround.delivery;

import dev.paperround.digest.Chosen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A delivery this instance holds the lease of, with what its mail is made from. {@code owner} is new at every claim: by it
 * the ledger knows whether the lease still holds.
 */
record Claimed(
        long id,
        LocalDate createdOn,
        long send,
        LocalDate day,
        long subscriber,
        List<Long> papers,
        int more,
        int considered,
        int attempts,
        Instant plannedAt,
        String reason,
        Optional<byte[]> message,
        String owner) {

    Chosen chosen() {
        return new Chosen(papers, papers.size() + more, considered);
    }

    int attempt() {
        return attempts + 1;
    }
}
