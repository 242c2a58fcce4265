package dev.paperround.subscriber.signup;

import dev.paperround.subscriber.Consent;
import dev.paperround.subscriber.Consents;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.SubscriberState;
import dev.paperround.subscriber.preferences.Preferences;
import dev.paperround.subscriber.suppression.Suppressions;
import dev.paperround.subscriber.token.Links;
import dev.paperround.subscriber.token.Purpose;
import dev.paperround.subscriber.token.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Carries out the requests of people who hold a signed link. */
@ApplicationScoped
public class Subscriptions {
    @Inject
    Clock clock;

    @Inject
    Tokens tokens;

    @Inject
    Links links;

    @Inject
    Suppressions suppressions;

    @Inject
    SignUps signUps;

    @Inject
    MailRequestCounts mailRequestCounts;

    @Inject
    RequestBuckets buckets;

    @Inject
    SignUpMetrics tally;

    @Inject
    Consents consents;

    public enum LinkState {
        GOOD,
        // The link is ours, but it has expired, was used or has been replaced by a newer one.
        SPENT,
        FOREIGN
    }

    public record Confirmation(LinkState link, String manageToken) {}

    @Transactional
    public LinkState confirmable(String token) {
        return tokens.read(Purpose.CONFIRM, token)
                .map(it -> signUp(it)
                                .flatMap(signUp -> pending(signUp, it, LockModeType.NONE))
                                .isPresent()
                        ? LinkState.GOOD
                        : LinkState.SPENT)
                .orElse(LinkState.FOREIGN);
    }

    // The network is the prefix of the address that the click came from.
    @Transactional
    public Confirmation confirm(String token, Optional<String> network) {
        var reference = tokens.read(Purpose.CONFIRM, token);
        if (reference.isEmpty()) {
            return new Confirmation(LinkState.FOREIGN, null);
        }
        var signUp = signUp(reference.get());
        var subscriber = signUp.flatMap(it -> pending(it, reference.get(), LockModeType.PESSIMISTIC_WRITE));
        subscriber.ifPresent(it -> welcome(it, signUp.get(), network));
        return subscriber
                .map(it -> new Confirmation(LinkState.GOOD, links.manageToken(it)))
                .orElse(new Confirmation(LinkState.SPENT, null));
    }

    // The person got the mail and wants more, so a suppression and other sign-ups for the address are over.
    private void welcome(Subscriber subscriber, SignUp signUp, Optional<String> network) {
        var now = clock.instant();
        signUp.preferences.check().preferences().ifPresent(it -> subscriber.prefer(it, now));
        subscriber.activate(now);
        consents.add(subscriber.id, Consent.Way.SIGNED_UP, signUp.createdAt, Optional.ofNullable(signUp.network));
        consents.add(subscriber.id, Consent.Way.CONFIRMED, now, network);
        SignUp.delete("subscriberId", subscriber.id);
        tally.signUp(SignUpMetrics.Outcome.CONFIRMED);
        EmailAddress.parse(subscriber.email).ifPresent(email -> {
            suppressions.forget(email);
            mailRequestCounts.forget(MailRequestCounts.Kind.CONFIRM, email);
        });
    }

    private static Optional<SignUp> signUp(Tokens.Reference reference) {
        return reference.expired() ? Optional.empty() : SignUp.findByIdOptional(reference.id());
    }

    private static Optional<Subscriber> pending(SignUp signUp, Tokens.Reference reference, LockModeType lock) {
        return subscriber(signUp.subscriberId, lock)
                .filter(it -> it.state != SubscriberState.ACTIVE)
                .filter(it -> it.confirmVersion == reference.version());
    }

    // This changes nothing, because mail scanners open every link.
    @Transactional
    public Optional<Subscriber> look(String manageToken) {
        var subscriber = owner(manageToken, LockModeType.NONE);
        subscriber.ifPresent(it -> it.filters.size());
        return subscriber;
    }

    // Using a fresh link invalidates all earlier ones.
    @Transactional
    public Optional<Subscriber> find(String manageToken) {
        var subscriber = used(manageToken);
        subscriber.ifPresent(it -> it.filters.size());
        return subscriber;
    }

    @Transactional
    public Optional<Subscriber> replace(String manageToken, Preferences preferences) {
        var subscriber = used(manageToken);
        subscriber.ifPresent(it -> it.prefer(preferences, clock.instant()));
        return subscriber;
    }

    // The link that proves the subscriber's identity came by mail.
    @Transactional
    public Optional<Subscriber> resume(String manageToken, Optional<String> network) {
        var subscriber = used(manageToken);
        subscriber.filter(it -> it.state == SubscriberState.UNSUBSCRIBED).ifPresent(it -> {
            it.activate(clock.instant());
            consents.add(it.id, Consent.Way.RESUMED, it.confirmedAt, network);
        });
        return subscriber;
    }

    // The link never expires and can be used again. False means only that it is not ours. If there is nothing to
    // change, another write takes just as long. The goodbye mail explains how to come back and is never sent twice.
    @Transactional
    public boolean unsubscribe(String token, boolean goodbye) {
        var reference = tokens.read(Purpose.UNSUBSCRIBE, token);
        reference.ifPresent(it -> unsubscribe(it.id(), goodbye));
        return reference.isPresent();
    }

    // Handles the mail that a mail program sends to the List-Unsubscribe address.
    @Transactional
    public void unsubscribeByMail(long subscriber) {
        unsubscribe(subscriber, false);
    }

    private void unsubscribe(long subscriber, boolean goodbye) {
        subscriber(subscriber, LockModeType.PESSIMISTIC_WRITE)
                .filter(it -> it.state != SubscriberState.UNSUBSCRIBED)
                .ifPresentOrElse(
                        it -> {
                            if (goodbye && it.state == SubscriberState.ACTIVE) {
                                signUps.sayGoodbye(it);
                            }
                            it.unsubscribe(clock.instant());
                            consents.add(it.id, Consent.Way.WITHDRAWN, it.unsubscribedAt, Optional.empty());
                        },
                        buckets::writeForShow);
    }

    public boolean isUnsubscribeToken(String token) {
        return tokens.read(Purpose.UNSUBSCRIBE, token).isPresent();
    }

    private Optional<Subscriber> owner(String manageToken, LockModeType lock) {
        return tokens.read(Purpose.MANAGE, manageToken).flatMap(it -> owner(it, lock));
    }

    private Optional<Subscriber> used(String manageToken) {
        return tokens.read(Purpose.MANAGE, manageToken)
                .flatMap(it -> owner(it, LockModeType.PESSIMISTIC_WRITE).map(owner -> {
                    owner.manageVersion = it.version();
                    return owner;
                }));
    }

    private static Optional<Subscriber> owner(Tokens.Reference reference, LockModeType lock) {
        return subscriber(reference.id(), lock)
                .filter(it -> !reference.expired())
                .filter(it -> it.isOpenedBy(reference.version()))
                .filter(it -> it.state != SubscriberState.PENDING);
    }

    // Changes take the lock, so that they cannot overlap with the planning of a digest.
    private static Optional<Subscriber> subscriber(long id, LockModeType lock) {
        return Subscriber.<Subscriber>find("id", id).withLock(lock).firstResultOptional();
    }
}
