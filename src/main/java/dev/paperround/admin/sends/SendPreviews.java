package dev.paperround.admin.sends;

import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.sending.SendRequest;
import dev.paperround.sending.planning.DigestPreviewer;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

@ApplicationScoped
class SendPreviews {
    // An example is enough, so the search ends after this many subscribers without a mail.
    private static final int TRIED = 20;

    record Shown(String email, String subject, Message refusal) {}

    @Inject
    DigestPreviewer previewer;

    @Transactional
    Shown of(SendRequest request) {
        return candidates(request.audience()).stream()
                .map(it -> mail(it, request))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> new Shown(null, null, Message.of(SendMessages.class, say -> say.noMailToShow(TRIED))));
    }

    private static List<Subscriber> candidates(Optional<List<EmailAddress>> audience) {
        return audience.map(them -> them.stream()
                        .limit(TRIED)
                        .flatMap(it -> Subscriber.findByEmail(it).stream())
                        .filter(it -> it.state == SubscriberState.ACTIVE)
                        .toList())
                .orElseGet(() -> Subscriber.search(Optional.of(SubscriberState.ACTIVE), Optional.empty(), TRIED, 0));
    }

    private Shown mail(Subscriber subscriber, SendRequest request) {
        var preview = previewer.preview(subscriber, request.day(), request.force());
        return preview.mail() == null
                ? null
                : new Shown(subscriber.email, preview.mail().subject(), null);
    }
}
