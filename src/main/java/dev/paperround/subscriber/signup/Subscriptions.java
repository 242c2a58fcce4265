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

/** What the owner of a signed link may do with it. */
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
        /** Ours, but its time has passed, it was used, or a newer one took its place. */
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

    /** {@code network}: where the click came from, its prefix only. */
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

    /**
     * Whoever pressed the button got the mail and wants more: what was known against the address is over, and so are other
     * sign-ups with it.
     */
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

    /** The subscriber a manage link belongs to; looking changes nothing, as mail scanners look at every link. */
    @Transactional
    public Optional<Subscriber> look(String manageToken) {
        var subscriber = owner(manageToken, LockModeType.NONE);
        subscriber.ifPresent(it -> it.filters.size());
        return subscriber;
    }

    /** The same by whoever uses the link: where it is a fresh one, those given out before are worthless from now on. */
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

    /** Takes somebody back who had unsubscribed; the link that proves who they are came by mail. */
    @Transactional
    public Optional<Subscriber> resume(String manageToken, Optional<String> network) {
        var subscriber = used(manageToken);
        subscriber.filter(it -> it.state == SubscriberState.UNSUBSCRIBED).ifPresent(it -> {
            it.activate(clock.instant());
            consents.add(it.id, Consent.Way.RESUMED, it.confirmedAt, network);
        });
        return subscriber;
    }

    /**
     * The link holds for ever and may be used again; false only for a link that is not ours. Where there is nothing to
     * change something else is written, which takes as long.
     *
     * @param goodbye whether a last mail says so, and how to come back; nobody gets it twice
     */
    @Transactional
    public boolean unsubscribe(String token, boolean goodbye) {
        var reference = tokens.read(Purpose.UNSUBSCRIBE, token);
        reference.ifPresent(it -> unsubscribe(it.id(), goodbye));
        return reference.isPresent();
    }

    /** By the mail that a reader's program wrote to the address of List-Unsubscribe. */
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

    /** Whoever changes it takes the lock, so that planning a digest and a change of mind come one after the other. */
    private static Optional<Subscriber> subscriber(long id, LockModeType lock) {
        return Subscriber.<Subscriber>find("id", id).withLock(lock).firstResultOptional();
    }
}
