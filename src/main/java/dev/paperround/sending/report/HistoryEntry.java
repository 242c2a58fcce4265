package dev.paperround.sending.report;

import dev.paperround.i18n.MailMessages;
import dev.paperround.i18n.Message;
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
                                Message.of(MailMessages.class, say -> say.noteOnly())
                                        .and(whyNone(featured)))
                        : mail(Outcome.SENT, null, links);
            case PLANNED, LEASED -> mail(Outcome.PENDING, Message.of(MailMessages.class, say -> say.onItsWay()), links);
            case RETRY -> mail(Outcome.RETRYING, refusedForNow(), links);
            case REJECTED ->
                mail(Outcome.REJECTED, reason == null ? mailboxRefused() : lastWords(NoMailReason.said(reason)), links);
            case UNKNOWN -> mail(Outcome.UNKNOWN, Message.of(MailMessages.class, say -> say.connectionBroke()), links);
            case SKIPPED -> HistoryDay.without(day, Outcome.NOT_SENT, whyNone(featured));
        };
    }

    private HistoryDay mail(Outcome outcome, Message why, Links links) {
        return HistoryDay.mail(day, outcome, why, papers, papers == 0 ? null : links.digest(id, createdOn));
    }

    private Message refusedForNow() {
        var again = nextAttempt.truncatedTo(ChronoUnit.MINUTES);
        return replied()
                .map(it -> Message.of(MailMessages.class, say -> say.refusedForNowSaying(it, again)))
                .orElseGet(() -> Message.of(MailMessages.class, say -> say.refusedForNow(again)));
    }

    private Message mailboxRefused() {
        return replied()
                .map(it -> Message.of(MailMessages.class, say -> say.mailboxRefusedSaying(it)))
                .orElseGet(() -> Message.of(MailMessages.class, say -> say.mailboxRefused()));
    }

    // The relay accepted a mail that came back later, so its reply does not explain the failure.
    private Message lastWords(Message why) {
        return replied()
                .filter(it -> !reason.equals(NoMailReason.BOUNCED.name()))
                .map(it -> why.and(Message.of(MailMessages.class, say -> say.lastWords(it))))
                .orElse(why);
    }

    private Optional<Message> replied() {
        return Optional.ofNullable(reply).map(it -> Message.read(it.strip().replaceFirst("\\.$", "")));
    }

    // Finding nothing new is no surprise on a day on which the source had no papers at all.
    private Message whyNone(Set<LocalDate> featured) {
        var why = NoMailReason.said(Objects.requireNonNullElse(reason, ""));
        var known = NoMailReason.find(Objects.requireNonNullElse(reason, ""));
        var sourceEmpty = scheduled && known.filter(NoMailReason::isWorthANote).isPresent() && !featured.contains(day);
        return sourceEmpty
                ? Message.of(MailMessages.class, say -> say.sourceEmpty()).and(why)
                : why;
    }
}
