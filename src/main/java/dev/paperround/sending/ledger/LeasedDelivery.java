package dev.paperround.sending.ledger;

import dev.paperround.digest.SelectedPapers;
import dev.paperround.digest.Selection.Nothing;
import dev.paperround.sending.DigestDeadline;
import dev.paperround.sending.NoMailReason;
import dev.paperround.transport.DueDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Delivery leased by this instance, with everything its mail is made from. {@code owner} is new for every claim, so
 * that the ledger can tell whether the lease still holds; {@code dueAt} is the hour of a scheduled digest and {@code
 * refusedAt} the time of a refusal that turned out not to be for good.
 */
public record LeasedDelivery(
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
        Optional<Instant> refusedAt,
        String owner) {

    public DueDigest digest() {
        var chosen = new SelectedPapers(papers, papers.size() + more, considered);
        return new DueDigest(id, createdOn, day, chosen, nothing(), plannedAt);
    }

    private Optional<Nothing> nothing() {
        return !papers.isEmpty()
                ? Optional.empty()
                : Optional.of(reason.equals(NoMailReason.NOTHING_NEW.name()) ? Nothing.NOTHING_NEW : Nothing.NO_MATCH);
    }

    public boolean isTooLate(Instant now) {
        return dueAt.filter(it -> DigestDeadline.hasPassed(it, now)).isPresent();
    }

    public int attempt() {
        return attempts + 1;
    }
}
