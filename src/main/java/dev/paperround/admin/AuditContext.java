package dev.paperround.admin;

import dev.paperround.i18n.Message;
import dev.paperround.subscriber.EmailAddress;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Collects the details of an operator's action that the audit entry should include. */
@RequestScoped
public class AuditContext {
    private Message subject;
    private EmailAddress person;
    private Long howMany;

    public void on(Message what) {
        subject = what;
    }

    public void on(EmailAddress whom) {
        person = whom;
    }

    public void counts(long number) {
        howMany = number;
    }

    public Optional<Message> subject() {
        return Optional.ofNullable(subject);
    }

    public Optional<EmailAddress> person() {
        return Optional.ofNullable(person);
    }

    public Optional<Long> howMany() {
        return Optional.ofNullable(howMany);
    }
}
