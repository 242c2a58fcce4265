package dev.paperround.delivery;

import dev.paperround.delivery.HistoryDay.Outcome;
import dev.paperround.subscription.Links;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;

/** A day that has a line in the ledger. {@code nextAttempt} on the subscriber's clock. */
record HistoryEntry(
        long id,
        LocalDate createdOn,
        boolean scheduled,
        LocalDate day,
        DeliveryState state,
        int papers,
        String reason,
        String reply,
        LocalTime nextAttempt) {

    /** A mail says more of a day than none does, and the day's own digest more than a send by hand. */
    static final Comparator<HistoryEntry> MOST_TELLING = Comparator.comparingInt(HistoryEntry::weight)
            .thenComparing(HistoryEntry::scheduled)
            .thenComparing(HistoryEntry::id);

    private int weight() {
        return switch (state) {
            case SENT -> 2;
            case SKIPPED -> 0;
            default -> 1;
        };
    }

    /** {@code featured}: the days on which papers were. */
    HistoryDay told(Links links, Set<LocalDate> featured) {
        return switch (state) {
            case SENT ->
                papers == 0
                        ? HistoryDay.without(day, Outcome.SENT, "A note only. " + whyNone(featured))
                        : mail(Outcome.SENT, null, links);
            case PLANNED, LEASED -> mail(Outcome.PENDING, "On its way.", links);
            case RETRY ->
                mail(
                        Outcome.RETRYING,
                        "The mail server refused it for now" + replied() + "; tried again at "
                                + nextAttempt.truncatedTo(ChronoUnit.MINUTES) + ".",
                        links);
            case REJECTED ->
                mail(
                        Outcome.REJECTED,
                        reason == null
                                ? "The mailbox refused it" + replied() + "."
                                : Reason.sentence(reason) + lastWords(),
                        links);
            case UNKNOWN ->
                mail(Outcome.UNKNOWN, "The connection broke at the last moment; the mail may have come or not.", links);
            case SKIPPED -> HistoryDay.without(day, Outcome.NOT_SENT, whyNone(featured));
        };
    }

    private HistoryDay mail(Outcome outcome, String why, Links links) {
        return new HistoryDay(day, outcome, why, papers, papers == 0 ? null : links.digest(id, createdOn));
    }

    /** Of a mail that came back the relay had only good to say. */
    private String lastWords() {
        return reason.equals(Reason.BOUNCED.name()) ? "" : " Its last words" + replied() + ".";
    }

    private String replied() {
        return reply == null ? "" : ": " + reply.strip().replaceFirst("\\.$", "");
    }

    /** Nothing new is no wonder on a day on which the source had nothing at all. */
    private String whyNone(Set<LocalDate> featured) {
        var known = Reason.find(Objects.requireNonNullElse(reason, ""));
        var sourceEmpty = scheduled && known.filter(Reason::isWorthANote).isPresent() && !featured.contains(day);
        return (sourceEmpty ? "The source had no papers for this day. " : "") + Reason.sentence(reason);
    }
}
