package dev.paperround.subscription;

import dev.paperround.problem.Network;
import dev.paperround.subscription.SignUpTally.Limit;
import dev.paperround.subscription.SignUpTally.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Double opt-in, in two halves: a request is taken in blindly, and looked at only when nobody waits for the reply. So
 * limits that depend on the address are silent.
 */
@ApplicationScoped
public class SignUps {
    @Inject
    Clock clock;

    @Inject
    Links links;

    @Inject
    SignUpSettings settings;

    @Inject
    RequestBuckets buckets;

    @Inject
    LetterLimits limits;

    @Inject
    SignUpTally tally;

    @Inject
    Consents consents;

    /** Empty: taken in. Else it was not, and this is how long to wait. */
    @Transactional
    public Optional<Duration> request(EmailAddress email, Preferences preferences, Network network) {
        var wait = over(network);
        tally.signUp(wait.isPresent() ? Outcome.LIMITED : Outcome.REQUESTED);
        if (wait.isEmpty()) {
            var request = enqueue(MailRequest.Kind.SIGN_UP, email, PreferencesForm.of(preferences));
            request.network = network.prefix();
        }
        return wait;
    }

    @Transactional
    public Optional<Duration> requestLink(EmailAddress email, Network network) {
        var wait = over(network);
        if (wait.isEmpty()) {
            enqueue(MailRequest.Kind.LINK, email, null);
        }
        return wait;
    }

    private Optional<Duration> over(Network network) {
        if (!network.isLoopback() && !buckets.takes("network", network.prefix(), settings.networkPerHour())) {
            tally.hit(Limit.NETWORK);
            return Optional.of(RequestBuckets.untilNext(settings.networkPerHour()));
        }
        if (!buckets.takes("all", "", settings.allPerHour())) {
            tally.hit(Limit.ALL);
            return Optional.of(RequestBuckets.untilNext(settings.allPerHour()));
        }
        return Optional.empty();
    }

    /** After the button of a page; whoever unsubscribes by their mail program gets no mail for it. */
    @Transactional
    void sayGoodbye(Subscriber subscriber) {
        enqueue(MailRequest.Kind.GOODBYE, EmailAddress.parse(subscriber.email).orElseThrow(), null);
    }

    private MailRequest enqueue(MailRequest.Kind kind, EmailAddress email, PreferencesForm preferences) {
        var request = new MailRequest();
        request.kind = kind;
        request.email = email.value();
        request.preferences = preferences;
        request.createdAt = clock.instant();
        request.nextAttemptAt = request.createdAt;
        request.persist();
        return request;
    }

    /** The mail that answers a request, if any is due; answering the same request again gives the same mail. */
    @Transactional
    public Optional<Letter> answer(MailRequest request) {
        var email = EmailAddress.parse(request.email).orElseThrow();
        var known = Subscriber.locked(email);
        return switch (request.kind) {
            case SIGN_UP -> signUp(request, email, known);
            case LINK -> known.flatMap(it -> link(request, email, it));
            case GOODBYE ->
                known.filter(it -> it.state == SubscriberState.UNSUBSCRIBED)
                        .map(it -> letter(Letter.Kind.GOODBYE, it, links.manage(it)));
        };
    }

    /** Who has not confirmed yet needs that link first, and may have let the last one expire. */
    private Optional<Letter> link(MailRequest request, EmailAddress email, Subscriber known) {
        return switch (known.state) {
            case PENDING ->
                limits.letThrough(request, Letter.Kind.CONFIRM, email)
                        ? Optional.of(confirmation(known))
                        : Optional.empty();
            case ACTIVE, UNSUBSCRIBED -> freshLink(request, email, known);
            case SUPPRESSED -> Optional.empty();
        };
    }

    private Optional<Letter> freshLink(MailRequest request, EmailAddress email, Subscriber known) {
        var again = request.counted;
        if (!limits.letThrough(request, Letter.Kind.FRESH_LINK, email)) {
            return Optional.empty();
        }
        if (!again) {
            known.revokeLinks();
        }
        return Optional.of(letter(Letter.Kind.FRESH_LINK, known, links.manage(known)));
    }

    /** Who is suppressed stays so until they confirm: that alone shows that mail arrives again, and is wanted. */
    private Optional<Letter> signUp(MailRequest request, EmailAddress email, Optional<Subscriber> known) {
        if (known.filter(it -> it.state == SubscriberState.ACTIVE).isPresent()) {
            return limits.letThrough(request, Letter.Kind.ALREADY_SUBSCRIBED, email)
                    ? known.map(it -> letter(Letter.Kind.ALREADY_SUBSCRIBED, it, links.manage(it)))
                    : Optional.empty();
        }
        var preferences = request.preferences.check().preferences().orElseThrow();
        if (!limits.letThrough(request, Letter.Kind.CONFIRM, email)) {
            known.filter(it -> it.state == SubscriberState.PENDING)
                    .ifPresent(it -> it.prefer(preferences, clock.instant()));
            return Optional.empty();
        }
        var subscriber = known.orElseGet(() -> newcomer(email));
        if (subscriber.state != SubscriberState.SUPPRESSED) {
            subscriber.state = SubscriberState.PENDING;
        }
        subscriber.prefer(preferences, clock.instant());
        subscriber.persistAndFlush();
        consents.add(subscriber.id, Consent.Way.SIGNED_UP, request.createdAt, Optional.ofNullable(request.network));
        return Optional.of(confirmation(subscriber));
    }

    private Subscriber newcomer(EmailAddress email) {
        var subscriber = new Subscriber();
        subscriber.email = email.value();
        subscriber.emailKey = email.key();
        subscriber.createdAt = clock.instant();
        return subscriber;
    }

    private Letter confirmation(Subscriber subscriber) {
        return letter(Letter.Kind.CONFIRM, subscriber, links.confirm(subscriber));
    }

    private static Letter letter(Letter.Kind kind, Subscriber subscriber, String link) {
        return new Letter(kind, subscriber.email, link, subscriber.language());
    }
}
