package dev.paperround.delivery;

import dev.paperround.delivery.HistoryDay.Outcome;
import dev.paperround.language.Said;
import dev.paperround.language.Sentence;
import dev.paperround.subscription.Links;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
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
                        ? HistoryDay.without(
                                day, Outcome.SENT, Said.of(Sentence.NOTE_ONLY).and(whyNone(featured)))
                        : mail(Outcome.SENT, null, links);
            case PLANNED, LEASED -> mail(Outcome.PENDING, Said.of(Sentence.ON_ITS_WAY), links);
            case RETRY -> mail(Outcome.RETRYING, refusedForNow(), links);
            case REJECTED ->
                mail(Outcome.REJECTED, reason == null ? mailboxRefused() : lastWords(Reason.said(reason)), links);
            case UNKNOWN -> mail(Outcome.UNKNOWN, Said.of(Sentence.CONNECTION_BROKE), links);
            case SKIPPED -> HistoryDay.without(day, Outcome.NOT_SENT, whyNone(featured));
        };
    }

    private HistoryDay mail(Outcome outcome, Said why, Links links) {
        return HistoryDay.mail(day, outcome, why, papers, papers == 0 ? null : links.digest(id, createdOn));
    }

    private Said refusedForNow() {
        var again = nextAttempt.truncatedTo(ChronoUnit.MINUTES);
        return replied()
                .map(it -> Said.of(Sentence.REFUSED_FOR_NOW_SAYING, it, again))
                .orElseGet(() -> Said.of(Sentence.REFUSED_FOR_NOW, again));
    }

    private Said mailboxRefused() {
        return replied()
                .map(it -> Said.of(Sentence.MAILBOX_REFUSED_SAYING, it))
                .orElseGet(() -> Said.of(Sentence.MAILBOX_REFUSED));
    }

    /** Of a mail that came back the relay had only good to say. */
    private Said lastWords(Said why) {
        return replied()
                .filter(it -> !reason.equals(Reason.BOUNCED.name()))
                .map(it -> why.and(Said.of(Sentence.LAST_WORDS, it)))
                .orElse(why);
    }

    private Optional<String> replied() {
        return Optional.ofNullable(reply).map(it -> it.strip().replaceFirst("\\.$", ""));
    }

    /** Nothing new is no wonder on a day on which the source had nothing at all. */
    private Said whyNone(Set<LocalDate> featured) {
        var why = Reason.said(Objects.requireNonNullElse(reason, ""));
        var known = Reason.find(Objects.requireNonNullElse(reason, ""));
        var sourceEmpty = scheduled && known.filter(Reason::isWorthANote).isPresent() && !featured.contains(day);
        return sourceEmpty ? Said.of(Sentence.SOURCE_EMPTY).and(why) : why;
    }
}
