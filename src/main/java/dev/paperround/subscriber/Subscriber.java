package dev.paperround.subscriber;

import dev.paperround.i18n.Language;
import dev.paperround.subscriber.preferences.FilterText;
import dev.paperround.subscriber.preferences.Frequency;
import dev.paperround.subscriber.preferences.LastDigest;
import dev.paperround.subscriber.preferences.Preferences;
import dev.paperround.subscriber.preferences.Schedule;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.annotations.BatchSize;

@Entity
public class Subscriber extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String email;
    public String emailKey;

    @Enumerated(EnumType.STRING)
    public SubscriberState state;

    @Enumerated(EnumType.STRING)
    public Frequency frequency;

    @Enumerated(EnumType.STRING)
    public DayOfWeek weekday;

    public LocalTime sendAt;
    public String timeZone;
    public int maxPapers;

    // This is the first local date with a digest again.
    public LocalDate pausedUntil;

    public boolean noteWhenEmpty;

    public String language = Language.EN.code();

    @OneToMany(mappedBy = "subscriber", cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.LAZY)
    @OrderBy("position")
    @BatchSize(size = 500)
    public List<Filter> filters = new ArrayList<>();

    public Instant createdAt;
    public Instant confirmedAt;
    public Instant unsubscribedAt;

    // Confirm and manage links contain this number, so raising it invalidates all earlier links.
    public int confirmVersion;

    public int manageVersion;

    // This is set only while the subscriber is active.
    public Instant nextDueAt;

    public Instant lastDueAt;
    public LocalDate lastDueOn;

    public static Optional<Subscriber> findByEmail(EmailAddress email) {
        return find("emailKey", email.key()).firstResultOptional();
    }

    public static Optional<Subscriber> locked(EmailAddress email) {
        return Subscriber.<Subscriber>find("emailKey", email.key())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    // The newest come first. The part may occur anywhere in the address.
    public static List<Subscriber> search(
            Optional<SubscriberState> state, Optional<String> part, int limit, int offset) {
        if (part.filter(it -> it.indexOf('\0') >= 0).isPresent()) {
            // PostgreSQL rejects NUL, and no address contains it.
            return List.of();
        }
        // No address contains a space, so it was a plus in a query string.
        var typed = part.map(it -> it.strip().replace(' ', '+').toLowerCase(Locale.ROOT));
        return getSession()
                .createSelectionQuery("""
                        from Subscriber where (:state is null or state = :state)
                        and (:part is null or locate(:part, emailKey) > 0) order by id desc""", Subscriber.class)
                .setParameter("state", state.orElse(null), SubscriberState.class)
                .setParameter("part", typed.orElse(null), String.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
    }

    public Schedule schedule() {
        return new Schedule(frequency, weekday, sendAt, zone());
    }

    // Pages show UTC for a zone that this Java version does not know. The planner skips such subscribers.
    private ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    public Optional<LastDigest> lastDigest() {
        return lastDueAt == null ? Optional.empty() : Optional.of(new LastDigest(lastDueAt, lastDueOn));
    }

    private Instant dueAfter(Instant moment) {
        return schedule().nextAfter(moment, lastDigest());
    }

    public List<FilterText> filterTexts() {
        return filters.stream().map(it -> new FilterText(it.name, it.query)).toList();
    }

    public Preferences preferences() {
        return new Preferences(filterTexts(), schedule(), maxPapers, pausedUntil, noteWhenEmpty, language());
    }

    public Language language() {
        return Language.of(language).orElse(Language.EN);
    }

    public void prefer(Preferences preferences, Instant now) {
        frequency = preferences.schedule().frequency();
        weekday = preferences.schedule().weekday();
        sendAt = preferences.schedule().sendAt();
        timeZone = preferences.schedule().zone().getId();
        maxPapers = preferences.maxPapers();
        pausedUntil = preferences.pausedUntil();
        noteWhenEmpty = preferences.noteWhenEmpty();
        language = preferences.language().code();
        endPause(schedule().localDate(now));
        if (!filterTexts().equals(preferences.filters())) {
            replaceFilters(preferences.filters());
        }
        nextDueAt = state == SubscriberState.ACTIVE ? dueAfter(now) : null;
    }

    public boolean isPausedOn(LocalDate date) {
        return pausedUntil != null && date.isBefore(pausedUntil);
    }

    public boolean isPaused() {
        return nextDueAt != null && isPausedOn(schedule().localDate(nextDueAt));
    }

    // Takes a pause into account and is empty while the subscriber is not active.
    public Optional<Instant> nextDigestAt() {
        if (!isPaused()) {
            return Optional.ofNullable(nextDueAt);
        }
        var resumed = pausedUntil.atStartOfDay(schedule().zone()).toInstant();
        return Optional.of(dueAfter(resumed.minusNanos(1)));
    }

    // A pause that is over is cleared.
    private void endPause(LocalDate date) {
        if (!isPausedOn(date)) {
            pausedUntil = null;
        }
    }

    private void replaceFilters(List<FilterText> texts) {
        filters.clear();
        for (var text : texts) {
            var filter = new Filter();
            filter.subscriber = this;
            filter.position = filters.size();
            filter.name = text.name();
            filter.query = text.query();
            filters.add(filter);
        }
    }

    public void activate(Instant now) {
        state = SubscriberState.ACTIVE;
        confirmedAt = now;
        unsubscribedAt = null;
        confirmVersion++;
        nextDueAt = dueAfter(now);
    }

    // Accepts the version of the newest links and that of a fresh link that has not been used yet.
    public boolean isOpenedBy(int version) {
        return version == manageVersion || version == manageVersion + 1;
    }

    // A suppressed subscriber stays suppressed, and will be unsubscribed when the suppression is lifted.
    public void unsubscribe(Instant now) {
        if (state != SubscriberState.SUPPRESSED) {
            state = SubscriberState.UNSUBSCRIBED;
        }
        unsubscribedAt = now;
        confirmVersion++;
        nextDueAt = null;
    }

    // Earlier confirmation links cannot lift the suppression. A complaint also withdraws the consent.
    public void suppress(SuppressionReason reason, Instant now) {
        if (reason == SuppressionReason.COMPLAINT) {
            unsubscribedAt = now;
        }
        if (state != SubscriberState.SUPPRESSED || reason == SuppressionReason.COMPLAINT) {
            confirmVersion++;
        }
        state = SubscriberState.SUPPRESSED;
        nextDueAt = null;
    }

    public void unsuppress(Instant now) {
        if (unsubscribedAt != null) {
            state = SubscriberState.UNSUBSCRIBED;
        } else if (confirmedAt == null) {
            state = SubscriberState.PENDING;
        } else {
            state = SubscriberState.ACTIVE;
            nextDueAt = dueAfter(now);
        }
    }
}
