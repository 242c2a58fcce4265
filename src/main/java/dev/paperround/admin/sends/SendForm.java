package dev.paperround.admin.sends;

import dev.paperround.admin.DigestDays;
import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import dev.paperround.sending.SendRequest;
import dev.paperround.subscriber.EmailAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Holds the form for a manual send as typed; {@code key} keeps a second click from starting another send. */
record SendForm(
        String day,
        String audience,
        String emails,
        boolean force,
        boolean dryRun,
        String key,
        List<FieldError> errors) {
    record Checked(Optional<SendRequest> request, SendForm form) {}

    static SendForm preset(String day) {
        return new SendForm(day, null, "", false, false, newKey(), List.of());
    }

    Checked check() {
        var found = new ArrayList<FieldError>();
        var meant = DigestDays.read(day);
        if (meant.isEmpty()) {
            found.add(new FieldError("day", DigestDays.wrong(day)));
        }
        var addresses = "named".equals(audience) ? named(found) : List.<EmailAddress>of();
        if (!"all".equals(audience) && !"named".equals(audience)) {
            found.add(new FieldError("audience", Message.of(SendMessages.class, say -> say.sayWho())));
        }
        if (!found.isEmpty()) {
            return new Checked(Optional.empty(), with(found));
        }
        var to = "all".equals(audience) ? Optional.<List<EmailAddress>>empty() : Optional.of(addresses);
        return new Checked(Optional.of(new SendRequest(meant.get(), true, to, force, dryRun)), this);
    }

    private List<EmailAddress> named(List<FieldError> found) {
        var typed = Arrays.stream(emails.split("[\\s,;]+"))
                .filter(it -> !it.isEmpty())
                .toList();
        if (typed.isEmpty()) {
            found.add(new FieldError("emails", Message.of(SendMessages.class, say -> say.nameOne())));
        }
        var addresses = new ArrayList<EmailAddress>();
        for (var one : typed) {
            var address = EmailAddress.parse(one);
            address.ifPresent(addresses::add);
            if (address.isEmpty()) {
                found.add(new FieldError("emails", Message.of(AdminMessages.class, say -> say.noAddress(one))));
            }
        }
        return addresses;
    }

    SendForm with(List<FieldError> found) {
        return new SendForm(day, audience, emails, force, dryRun, newKey(), found);
    }

    public Message wrong(String field) {
        return errors.stream()
                .filter(it -> it.field().equals(field))
                .map(FieldError::said)
                .limit(20)
                .reduce(Message::and)
                .orElse(null);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
