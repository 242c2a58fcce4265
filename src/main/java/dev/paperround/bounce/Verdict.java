package dev.paperround.bounce;

import dev.paperround.subscription.EmailAddress;
import dev.paperround.transport.EnhancedStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a bounce says of one mail. {@code status} is empty where there is none. */
record Verdict(BounceKind kind, String status, String diagnostic) {
    /** Empty: it is no bounce and no complaint. */
    static Optional<Verdict> of(BounceMessage message, Predicate<String> isOurs, Optional<EmailAddress> subscriber) {
        var complaint = message.feedback();
        if (complaint.isPresent()) {
            return Optional.of(new Verdict(complaint.get(), "", ""));
        }
        return chosen(message.recipients(isOurs), isOurs, subscriber)
                .map(it -> new Verdict(
                        it.kind(isOurs),
                        it.status().map(EnhancedStatus::toString).orElse(""),
                        diagnostic(it)));
    }

    /**
     * The one for the subscriber. A list or a forwarding that names others instead has failed only where all of them
     * have: the address itself took the mail.
     */
    private static Optional<RecipientStatus> chosen(
            List<RecipientStatus> recipients, Predicate<String> isOurs, Optional<EmailAddress> subscriber) {
        return recipients.stream()
                .filter(it -> subscriber.isPresent() && it.isFor(subscriber.get()))
                .findFirst()
                .or(() -> recipients.stream().min(Comparator.comparing(it -> it.kind(isOurs))));
    }

    /** PostgreSQL takes no NUL, and people no pages. */
    private static String diagnostic(RecipientStatus recipient) {
        var line = recipient.diagnostic().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(line.length(), 1000));
    }
}
