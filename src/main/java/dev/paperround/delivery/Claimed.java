package dev.paperround.delivery;

import dev.paperround.digest.Chosen;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A delivery this instance holds the lease of, with what its mail is made from. {@code owner} is new at every claim: by it
 * the ledger knows whether the lease still holds. {@code dueAt}: the hour of a scheduled digest.
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
        Optional<Instant> dueAt,
        String reason,
        Optional<byte[]> message,
        String owner) {

    Chosen chosen() {
        return new Chosen(papers, papers.size() + more, considered);
    }

    boolean isTooLate(Instant now) {
        return dueAt.filter(it -> DigestDeadline.hasPassed(it, now)).isPresent();
    }

    int attempt() {
        return attempts + 1;
    }
}
