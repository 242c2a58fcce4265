package dev.paperround.sending.report;

import dev.paperround.i18n.LocalizedMessage;
import dev.paperround.i18n.Sentence;
import dev.paperround.sending.DeliveryState;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.report.HistoryDay.Outcome;
import dev.paperround.subscriber.token.Links;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Ledger entry of one day, with {@code nextAttempt} in the subscriber's time zone. */
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

    // A mail says more about a day than no mail, and the day's own digest more than a send by hand.
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

    // The set contains the days on which papers were featured.
    HistoryDay told(Links links, Set<LocalDate> featured) {
        return switch (state) {
            case SENT ->
                papers == 0
                        ? HistoryDay.without(
                                day,
                                Outcome.SENT,
                                LocalizedMessage.of(Sentence.NOTE_ONLY).and(whyNone(featured)))
                        : mail(Outcome.SENT, null, links);
            case PLANNED, LEASED -> mail(Outcome.PENDING, LocalizedMessage.of(Sentence.ON_ITS_WAY), links);
            case RETRY -> mail(Outcome.RETRYING, refusedForNow(), links);
            case REJECTED ->
                mail(Outcome.REJECTED, reason == null ? mailboxRefused() : lastWords(NoMailReason.said(reason)), links);
            case UNKNOWN -> mail(Outcome.UNKNOWN, LocalizedMessage.of(Sentence.CONNECTION_BROKE), links);
            case SKIPPED -> HistoryDay.without(day, Outcome.NOT_SENT, whyNone(featured));
        };
    }

    private HistoryDay mail(Outcome outcome, LocalizedMessage why, Links links) {
        return HistoryDay.mail(day, outcome, why, papers, papers == 0 ? null : links.digest(id, createdOn));
    }

    private LocalizedMessage refusedForNow() {
        var again = nextAttempt.truncatedTo(ChronoUnit.MINUTES);
        return replied()
                .map(it -> LocalizedMessage.of(Sentence.REFUSED_FOR_NOW_SAYING, it, again))
                .orElseGet(() -> LocalizedMessage.of(Sentence.REFUSED_FOR_NOW, again));
    }

    private LocalizedMessage mailboxRefused() {
        return replied()
                .map(it -> LocalizedMessage.of(Sentence.MAILBOX_REFUSED_SAYING, it))
                .orElseGet(() -> LocalizedMessage.of(Sentence.MAILBOX_REFUSED));
    }

    // The relay accepted a mail that came back later, so its reply does not explain the failure.
    private LocalizedMessage lastWords(LocalizedMessage why) {
        return replied()
                .filter(it -> !reason.equals(NoMailReason.BOUNCED.name()))
                .map(it -> why.and(LocalizedMessage.of(Sentence.LAST_WORDS, it)))
                .orElse(why);
    }

    private Optional<String> replied() {
        return Optional.ofNullable(reply).map(it -> it.strip().replaceFirst("\\.$", ""));
    }

    // Finding nothing new is no surprise on a day on which the source had no papers at all.
    private LocalizedMessage whyNone(Set<LocalDate> featured) {
        var why = NoMailReason.said(Objects.requireNonNullElse(reason, ""));
        var known = NoMailReason.find(Objects.requireNonNullElse(reason, ""));
        var sourceEmpty = scheduled && known.filter(NoMailReason::isWorthANote).isPresent() && !featured.contains(day);
        return sourceEmpty ? LocalizedMessage.of(Sentence.SOURCE_EMPTY).and(why) : why;
    }
}
