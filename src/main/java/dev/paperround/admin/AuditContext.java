package dev.paperround.admin;

import dev.paperround.subscriber.EmailAddress;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** What the audit is to know of the act beyond its name, told by whoever does it. */
@RequestScoped
public class AuditContext {
    private String subject;
    private EmailAddress person;
    private Long howMany;

    public void on(String what) {
        subject = what;
    }

    public void on(EmailAddress whom) {
        person = whom;
    }

    public void counts(long number) {
        howMany = number;
    }

    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    public Optional<EmailAddress> person() {
        return Optional.ofNullable(person);
    }

    public Optional<Long> howMany() {
        return Optional.ofNullable(howMany);
    }
}
