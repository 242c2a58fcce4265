package dev.paperround.bounce;

import dev.paperround.bounce.message.BounceMessage;
import dev.paperround.mail.EnvelopeSender;
import dev.paperround.mail.MessageIds;
import dev.paperround.sending.correction.ReturnedMail;
import dev.paperround.sending.correction.ReturnedMail.Returned;
import dev.paperround.subscriber.token.BounceTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the subscriber and mail that a bounce is about, by the signed references that only this program can create. */
@ApplicationScoped
class BounceOwner {
    private static final Pattern UNSUBSCRIBE = Pattern.compile("/unsubscribe/([A-Za-z0-9._-]{10,200})");

    // mail is empty if only an unsubscribe link or address was found; subscriber is null once erased.
    record Proven(Optional<Returned> mail, Long subscriber) {}

    @Inject
    EnvelopeSender envelopeSender;

    @Inject
    MessageIds messageIds;

    @Inject
    BounceTokens tokens;

    @Inject
    ReturnedMail returnedMail;

    Optional<Proven> of(BounceMessage message) {
        var traces = message.traces();
        var mail = byEnvelopeSender(traces).or(() -> byMessageId(traces));
        if (mail.isPresent()) {
            return mail.map(it -> new Proven(mail, it.subscriber()));
        }
        return byUnsubscribeAddress(message)
                .or(() -> message.feedback().isPresent() ? byUnsubscribeLink(traces) : Optional.empty())
                .map(it -> new Proven(Optional.empty(), it));
    }

    // Returns the subscriber if the mail is nothing but an unsubscribe request.
    Optional<Long> unsubscribes(BounceMessage message) {
        return message.isWish() ? byUnsubscribeAddress(message) : Optional.empty();
    }

    boolean isOurs(String address) {
        return envelopeSender.isOurs(address);
    }

    private Optional<Long> byUnsubscribeAddress(BounceMessage message) {
        return envelopeSender.unsubscribes(message.addressees(), message.subject());
    }

    private Optional<Returned> byEnvelopeSender(List<String> traces) {
        return traces.stream()
                .flatMap(it -> envelopeSender.find(it).stream())
                .findFirst()
                .flatMap(returnedMail::find);
    }

    private Optional<Returned> byMessageId(List<String> traces) {
        return traces.stream()
                .flatMap(it -> messageIds.find(it).stream())
                .findFirst()
                .flatMap(returnedMail::find);
    }

    private Optional<Long> byUnsubscribeLink(List<String> traces) {
        return traces.stream()
                .flatMap(it -> UNSUBSCRIBE.matcher(it).results())
                .flatMap(it -> tokens.subscriberOf(it.group(1)).stream())
                .findFirst();
    }
}
