package dev.paperround.bounce.message;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.transport.smtp.EnhancedStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Classifies a bounce of one mail; {@code status} is empty if the report has none. */
public record BounceClassification(BounceKind kind, String status, String diagnostic) {
    // Returns empty if the mail is neither a bounce nor a complaint.
    public static Optional<BounceClassification> of(
            BounceMessage message, Predicate<String> isOurs, Optional<EmailAddress> subscriber) {
        var complaint = message.feedback();
        if (complaint.isPresent()) {
            return Optional.of(new BounceClassification(complaint.get(), "", ""));
        }
        return chosen(message.recipients(isOurs, subscriber), subscriber)
                .map(it -> explained(it, message, isOurs, subscriber))
                .map(it -> new BounceClassification(
                        it.kind(), it.status().map(EnhancedStatus::toString).orElse(""), diagnostic(it)));
    }

    // Takes the mildest result for the subscriber. A list or forwarding has failed only if every address behind it
    // failed: if one of them has the mail, the address itself accepted it.
    private static Optional<RecipientStatus> chosen(
            List<RecipientStatus> recipients, Optional<EmailAddress> subscriber) {
        var arrived = recipients.stream().filter(it -> it.kind().arrived).findFirst();
        var own = recipients.stream()
                .filter(it -> subscriber.isPresent() && it.isFor(subscriber.get()))
                .min(Comparator.comparing(RecipientStatus::kind));
        return own.filter(it -> !it.kind().failed)
                .or(() -> arrived)
                .or(() -> own)
                .or(() -> recipients.stream().min(Comparator.comparing(RecipientStatus::kind)));
    }

    // A report without a reason often has one in the text above it.
    private static RecipientStatus explained(
            RecipientStatus chosen,
            BounceMessage message,
            Predicate<String> isOurs,
            Optional<EmailAddress> subscriber) {
        if (!chosen.kind().failed || chosen.verdict().isPresent()) {
            return chosen;
        }
        return message.inWords(isOurs, subscriber, true).stream()
                .filter(it -> it.verdict().isPresent())
                .min(Comparator.comparing(RecipientStatus::kind))
                .orElse(chosen);
    }

    private static String diagnostic(RecipientStatus recipient) {
        return PlainLine.of(recipient.diagnostic(), 1000);
    }
}
