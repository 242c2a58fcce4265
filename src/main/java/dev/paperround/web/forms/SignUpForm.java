package dev.paperround.web.forms;

import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.FormMessages;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.preferences.Preferences;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the sign-up form as typed; {@code opened} is the signed time it was shown. */
public record SignUpForm(String email, SettingsFields settings, String opened) {
    // People do not see this field, so only bots fill it in.
    private static final String TRAP = "website";

    public static final FieldError NOT_AN_ADDRESS =
            new FieldError("email", Message.of(FormMessages.class, say -> say.notAnAddress()));

    public static SignUpForm suggesting(String query, String name, String opened) {
        return new SignUpForm("", SettingsFields.suggesting(query, name), opened);
    }

    public static SignUpForm typed(MultivaluedMap<String, String> form) {
        return new SignUpForm(
                SettingsFields.first(form, "email"), SettingsFields.typed(form), SettingsFields.first(form, "opened"));
    }

    public static boolean isTrapped(MultivaluedMap<String, String> form) {
        return !SettingsFields.first(form, TRAP).isEmpty();
    }

    public SignUpForm with(SettingsFields changed) {
        return new SignUpForm(email, changed, opened);
    }

    public SignUpForm opened(String stamp) {
        return new SignUpForm(email, settings, stamp);
    }

    public record Checked(Optional<EmailAddress> address, Optional<Preferences> preferences, SignUpForm form) {
        public boolean isGood() {
            return address.isPresent() && preferences.isPresent();
        }
    }

    public Checked check() {
        var errors = new ArrayList<FieldError>();
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            errors.add(NOT_AN_ADDRESS);
        }
        var checked = settings.check();
        errors.addAll(checked.errors());
        return new Checked(address, checked.preferences(), with(settings.with(errors)));
    }

    public List<FieldNotice> notices() {
        return settings.errors().stream().map(FieldNotice::of).toList();
    }
}
