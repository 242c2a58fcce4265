package dev.paperround.subscription;

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
    LetterCounts letterCounts;

    @Inject
    RequestBuckets buckets;

    @Inject
    SignUpTally tally;

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
                .map(it -> pending(it, LockModeType.NONE).isPresent() ? LinkState.GOOD : LinkState.SPENT)
                .orElse(LinkState.FOREIGN);
    }

    /** {@code network}: where the click came from, its prefix only. */
    @Transactional
    public Confirmation confirm(String token, Optional<String> network) {
        var reference = tokens.read(Purpose.CONFIRM, token);
        if (reference.isEmpty()) {
            return new Confirmation(LinkState.FOREIGN, null);
        }
        var subscriber = pending(reference.get(), LockModeType.PESSIMISTIC_WRITE);
        subscriber.ifPresent(it -> welcome(it, network));
        return subscriber
                .map(it -> new Confirmation(LinkState.GOOD, links.manageToken(it)))
                .orElse(new Confirmation(LinkState.SPENT, null));
    }

    /** Whoever pressed the button got the mail and wants more: what was known against the address is over. */
    private void welcome(Subscriber subscriber, Optional<String> network) {
        subscriber.activate(clock.instant());
        consents.add(subscriber.id, Consent.Way.CONFIRMED, subscriber.confirmedAt, network);
        tally.signUp(SignUpTally.Outcome.CONFIRMED);
        EmailAddress.parse(subscriber.email).ifPresent(email -> {
            suppressions.forget(email);
            letterCounts.forget(LetterCounts.Kind.CONFIRM, email);
        });
    }

    private static Optional<Subscriber> pending(Tokens.Reference reference, LockModeType lock) {
        return subscriber(reference.id(), lock)
                .filter(it -> !reference.expired())
                .filter(it -> it.state == SubscriberState.PENDING || it.state == SubscriberState.SUPPRESSED)
                .filter(it -> it.confirmVersion == reference.version());
    }

    /** The subscriber a manage link belongs to. */
    @Transactional
    public Optional<Subscriber> find(String manageToken) {
        var subscriber = owner(manageToken, LockModeType.NONE);
        subscriber.ifPresent(it -> it.filters.size());
        return subscriber;
    }

    @Transactional
    public Optional<Subscriber> replace(String manageToken, Preferences preferences) {
        var subscriber = owner(manageToken, LockModeType.PESSIMISTIC_WRITE);
        subscriber.ifPresent(it -> it.prefer(preferences, clock.instant()));
        return subscriber;
    }

    /** Takes somebody back who had unsubscribed; the link that proves who they are came by mail. */
    @Transactional
    public Optional<Subscriber> resume(String manageToken, Optional<String> network) {
        var subscriber = owner(manageToken, LockModeType.PESSIMISTIC_WRITE);
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
        if (reference.isEmpty()) {
            return false;
        }
        subscriber(reference.get().id(), LockModeType.PESSIMISTIC_WRITE)
                .filter(it -> it.state != SubscriberState.UNSUBSCRIBED)
                .ifPresentOrElse(
                        it -> {
                            if (goodbye && it.state == SubscriberState.ACTIVE) {
                                signUps.sayGoodbye(it);
                            }
                            it.unsubscribe(clock.instant());
                        },
                        buckets::writeForShow);
        return true;
    }

    public boolean isUnsubscribeToken(String token) {
        return tokens.read(Purpose.UNSUBSCRIBE, token).isPresent();
    }

    private Optional<Subscriber> owner(String manageToken, LockModeType lock) {
        return tokens.read(Purpose.MANAGE, manageToken)
                .filter(it -> !it.expired())
                .flatMap(it -> subscriber(it.id(), lock)
                        .filter(owner -> owner.manageVersion == it.version())
                        .filter(owner -> owner.state != SubscriberState.PENDING));
    }

    /** Whoever changes it takes the lock, so that planning a digest and a change of mind come one after the other. */
    private static Optional<Subscriber> subscriber(long id, LockModeType lock) {
        return Subscriber.<Subscriber>find("id", id).withLock(lock).firstResultOptional();
    }
}
