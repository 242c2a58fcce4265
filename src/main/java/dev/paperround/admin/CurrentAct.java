package dev.paperround.admin;

import dev.paperround.subscription.EmailAddress;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** What the audit is to know of the act beyond its name, told by whoever does it. */
@RequestScoped
class CurrentAct {
    private String subject;
    private EmailAddress person;
    private Long howMany;

    void on(String what) {
        subject = what;
    }

    void on(EmailAddress whom) {
        person = whom;
    }

    void counts(long number) {
        howMany = number;
    }

    Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    Optional<EmailAddress> person() {
        return Optional.ofNullable(person);
    }

    Optional<Long> howMany() {
        return Optional.ofNullable(howMany);
    }
}
