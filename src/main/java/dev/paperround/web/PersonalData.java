package dev.paperround.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.paperround.bounce.PersonalBounces;
import dev.paperround.bounce.PersonalBounces.Returned;
import dev.paperround.sending.report.PersonalDeliveries;
import dev.paperround.sending.report.PersonalDeliveries.PersonalDelivery;
import dev.paperround.subscriber.Consent;
import dev.paperround.subscriber.Consents;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.preferences.PreferencesForm;
import dev.paperround.subscriber.privacy.PersonalRecords;
import dev.paperround.subscriber.privacy.PersonalRecords.OperatorAct;
import dev.paperround.subscriber.signup.MailRequest;
import dev.paperround.subscriber.signup.MailRequestCounts;
import dev.paperround.subscriber.signup.SignUp;
import dev.paperround.subscriber.suppression.Suppression;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Gathers all data held about a person so that they can download it. */
@ApplicationScoped
public class PersonalData {
    @Inject
    PersonalDeliveries deliveries;

    @Inject
    PersonalBounces bounces;

    @Inject
    PersonalRecords records;

    @Inject
    Consents consents;

    @Inject
    Clock clock;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Held(
            Instant exportedAt,
            Person subscription,
            Suppression suppression,
            List<Consent.Given> consents,
            List<Waiting> unconfirmedSignUps,
            List<PersonalDelivery> deliveries,
            List<Returned> bounces,
            List<MailRequestCounts.Sent> letters,
            List<Pending> pendingRequests,
            List<OperatorAct> operatorActs) {}

    // A sign-up has no effect until it is confirmed.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Waiting(Instant createdAt, String network, PreferencesForm preferences) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            String email,
            String state,
            Instant createdAt,
            Instant confirmedAt,
            Instant unsubscribedAt,
            Instant nextDigestAt,
            PreferencesForm preferences) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pending(
            String kind,
            Instant createdAt,
            int attempts,
            Instant nextAttemptAt,
            String network,
            PreferencesForm preferences) {}

    @Transactional
    public Held of(Subscriber person) {
        var address = EmailAddress.parse(person.email).orElseThrow();
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
                records.suppression(address).orElse(null),
                consents.of(person),
                SignUp.of(person).stream()
                        .map(it -> new Waiting(it.createdAt, it.network, it.preferences))
                        .toList(),
                deliveries.of(person),
                bounces.of(person),
                records.letters(address),
                MailRequest.of(address).stream().map(PersonalData::pending).toList(),
                records.operatorActs(address));
    }

    private static Pending pending(MailRequest request) {
        return new Pending(
                request.kind.name(),
                request.createdAt,
                request.attempts,
                request.nextAttemptAt,
                request.network,
                request.preferences());
    }
}
