package dev.paperround.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.delivery.DeliveryReport;
import dev.paperround.delivery.SendReports;
import dev.paperround.subscription.Consent;
import dev.paperround.subscription.Consents;
import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.MailRequest;
import dev.paperround.subscription.PreferencesForm;
import dev.paperround.subscription.Subscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that is held about a person, for that person. */
@ApplicationScoped
class PersonalData {
    @Inject
    SendReports reports;

    @Inject
    Consents consents;

    @Inject
    Clock clock;

    /** {@code subscription}: consent is given by confirming, and taken back by unsubscribing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Held(
            Instant exportedAt,
            Person subscription,
            List<Consent> consents,
            List<DeliveryReport> deliveries,
            List<Pending> pendingRequests) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            String email,
            String state,
            Instant createdAt,
            Instant confirmedAt,
            Instant unsubscribedAt,
            Instant nextDigestAt,
            PreferencesForm preferences) {}

    /** A mail that was asked for with the address and has not been sent yet. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pending(String kind, Instant createdAt, int attempts, Instant nextAttemptAt, PreferencesForm preferences) {}

    @Transactional
    Held of(Subscriber person) {
        var address = EmailAddress.parse(person.email).orElseThrow();
        var everything =
                new SendReports.Wanted(Optional.of(address), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
        return new Held(
                clock.instant(),
                new Person(
                        person.email,
                        person.state.name(),
                        person.createdAt,
                        person.confirmedAt,
                        person.unsubscribedAt,
                        person.nextDigestAt().orElse(null),
                        PreferencesForm.of(person.preferences())),
                consents.of(person),
                reports.deliveries(everything),
                MailRequest.of(address).stream().map(PersonalData::pending).toList());
    }

    private static Pending pending(MailRequest request) {
        return new Pending(
                request.kind.name(), request.createdAt, request.attempts, request.nextAttemptAt, request.preferences());
    }
}
