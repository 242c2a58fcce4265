package dev.paperround.subscriber.signup;

import dev.paperround.http.Network;
import dev.paperround.i18n.Language;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.preferences.Preferences;
import dev.paperround.subscriber.preferences.PreferencesForm;
import dev.paperround.subscriber.signup.SignUpMetrics.Limit;
import dev.paperround.subscriber.signup.SignUpMetrics.Outcome;
import dev.paperround.subscriber.suppression.Suppressions;
import dev.paperround.subscriber.token.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Runs double opt-in in two steps: a request is accepted unseen and processed once nobody waits for the reply. Limits
 * that depend on the address are therefore silent.
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
    MailRequestLimits limits;

    @Inject
    Suppressions suppressions;

    @Inject
    SignUpMetrics tally;

    // Returns empty if the request was accepted, and otherwise the time to wait.
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

    // Runs after the button on a page. A person who unsubscribes in a mail program gets no mail about it.
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

    // The same request always gets the same mail. A request that no longer exists was withdrawn by an erasure.
    @Transactional
    public Optional<TransactionalMail> answer(MailRequest request) {
        if (MailRequest.findById(request.id, LockModeType.PESSIMISTIC_WRITE) == null) {
            return Optional.empty();
        }
        var email = EmailAddress.parse(request.email).orElseThrow();
        var known = Subscriber.locked(email);
        return switch (request.kind) {
            case SIGN_UP -> signUp(request, email, known);
            case LINK -> known.flatMap(it -> link(request, email, it));
            case GOODBYE ->
                known.filter(it -> it.state == SubscriberState.UNSUBSCRIBED)
                        .map(it -> letter(TransactionalMail.Kind.GOODBYE, it, links.manage(it)));
        };
    }

    // An unconfirmed subscriber needs a confirmation link first, and the last one may have expired.
    private Optional<TransactionalMail> link(MailRequest request, EmailAddress email, Subscriber known) {
        return switch (known.state) {
            case PENDING ->
                limits.letThrough(request, TransactionalMail.Kind.CONFIRM, email)
                        ? Optional.of(confirmation(newestSignUp(known), known))
                        : Optional.empty();
            case ACTIVE, UNSUBSCRIBED ->
                limits.letThrough(request, TransactionalMail.Kind.FRESH_LINK, email)
                        ? Optional.of(letter(TransactionalMail.Kind.FRESH_LINK, known, links.freshManage(known)))
                        : Optional.empty();
            case SUPPRESSED -> Optional.empty();
        };
    }

    private SignUp newestSignUp(Subscriber pending) {
        return SignUp.newest(pending).orElseGet(() -> {
            var signUp = SignUp.of(pending, PreferencesForm.of(pending.preferences()), clock.instant());
            signUp.persist();
            return signUp;
        });
    }

    // Anyone can enter any address, so nothing changes for a known subscriber. A suppression lasts until they confirm,
    // because only that shows that mail arrives and is wanted.
    private Optional<TransactionalMail> signUp(MailRequest request, EmailAddress email, Optional<Subscriber> known) {
        if (known.filter(it -> it.state == SubscriberState.ACTIVE).isPresent()) {
            return limits.letThrough(request, TransactionalMail.Kind.ALREADY_SUBSCRIBED, email)
                    ? known.map(it -> letter(TransactionalMail.Kind.ALREADY_SUBSCRIBED, it, links.manage(it)))
                    : Optional.empty();
        }
        if (!limits.letThrough(request, TransactionalMail.Kind.CONFIRM, email)) {
            return Optional.empty();
        }
        var subscriber = known.orElseGet(() -> newcomer(email, request));
        return Optional.of(
                confirmation(SignUp.ofRequest(request).orElseGet(() -> signUp(request, subscriber)), subscriber));
    }

    private static SignUp signUp(MailRequest request, Subscriber subscriber) {
        var signUp = SignUp.of(subscriber, request.preferences, request.createdAt);
        signUp.requestId = request.id;
        signUp.network = request.network;
        signUp.persist();
        return signUp;
    }

    private Subscriber newcomer(EmailAddress email, MailRequest request) {
        var subscriber = new Subscriber();
        subscriber.email = email.value();
        subscriber.emailKey = email.key();
        subscriber.createdAt = clock.instant();
        subscriber.state = SubscriberState.PENDING;
        subscriber.prefer(request.preferences.check().preferences().orElseThrow(), clock.instant());
        subscriber.persistAndFlush();
        if (suppressions.adopt(email, subscriber)) {
            subscriber.state = SubscriberState.SUPPRESSED;
        }
        return subscriber;
    }

    private TransactionalMail confirmation(SignUp signUp, Subscriber subscriber) {
        var language = Language.of(signUp.preferences.language()).orElse(subscriber.language());
        return new TransactionalMail(
                TransactionalMail.Kind.CONFIRM, subscriber.email, links.confirm(signUp.id, subscriber), language);
    }

    private static TransactionalMail letter(TransactionalMail.Kind kind, Subscriber subscriber, String link) {
        return new TransactionalMail(kind, subscriber.email, link, subscriber.language());
    }
}
