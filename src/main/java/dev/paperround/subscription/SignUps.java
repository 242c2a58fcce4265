package dev.paperround.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Double opt-in, in two halves: a request is taken in blindly, and looked at only when nobody waits for the reply. */
@ApplicationScoped
public class SignUps {
    @Inject
    Clock clock;

    @Inject
    Links links;

    @Inject
    Consents consents;

    @Transactional
    public void request(EmailAddress email, Preferences preferences) {
        enqueue(MailRequest.Kind.SIGN_UP, email, PreferencesForm.of(preferences));
    }

    @Transactional
    public void requestLink(EmailAddress email) {
        enqueue(MailRequest.Kind.LINK, email, null);
    }

    private void enqueue(MailRequest.Kind kind, EmailAddress email, PreferencesForm preferences) {
        var request = new MailRequest();
        request.kind = kind;
        request.email = email.value();
        request.preferences = preferences;
        request.createdAt = clock.instant();
        request.nextAttemptAt = request.createdAt;
        request.persist();
    }

    /** The mail that answers a request, if any is due; answering the same request again gives the same mail. */
    @Transactional
    public Optional<Letter> answer(MailRequest request) {
        var email = EmailAddress.parse(request.email).orElseThrow();
        var known = Subscriber.findByEmail(email);
        return switch (request.kind) {
            case SIGN_UP -> signUp(request, email, known);
            case LINK -> known.flatMap(this::link);
        };
    }

    /** Who has not confirmed yet needs that link first, and may have let the last one expire. */
    private Optional<Letter> link(Subscriber known) {
        return switch (known.state) {
            case PENDING -> Optional.of(letter(Letter.Kind.CONFIRM, known, links.confirm(known)));
            case ACTIVE, UNSUBSCRIBED -> Optional.of(letter(Letter.Kind.FRESH_LINK, known, links.manage(known)));
            case SUPPRESSED -> Optional.empty();
        };
    }

    /** Who is suppressed stays so until they confirm: that alone shows that mail arrives again, and is wanted. */
    private Optional<Letter> signUp(MailRequest request, EmailAddress email, Optional<Subscriber> known) {
        if (known.isPresent() && known.get().state == SubscriberState.ACTIVE) {
            return known.map(it -> letter(Letter.Kind.ALREADY_SUBSCRIBED, it, links.manage(it)));
        }
        var subscriber = known.orElseGet(() -> newcomer(email));
        if (subscriber.state != SubscriberState.SUPPRESSED) {
            subscriber.state = SubscriberState.PENDING;
        }
        subscriber.prefer(request.preferences.check().preferences().orElseThrow(), clock.instant());
        subscriber.persistAndFlush();
        consents.add(subscriber.id, Consent.Way.SIGNED_UP, request.createdAt, Optional.empty());
        return Optional.of(letter(Letter.Kind.CONFIRM, subscriber, links.confirm(subscriber)));
    }

    private Subscriber newcomer(EmailAddress email) {
        var subscriber = new Subscriber();
        subscriber.email = email.value();
        subscriber.emailKey = email.key();
        subscriber.createdAt = clock.instant();
        return subscriber;
    }

    private Letter letter(Letter.Kind kind, Subscriber subscriber, String link) {
        return new Letter(kind, subscriber.email, link);
    }
}
