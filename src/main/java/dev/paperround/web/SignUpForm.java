package dev.paperround.web;

import dev.paperround.problem.FieldError;
import dev.paperround.subscription.EmailAddress;
import dev.paperround.subscription.Preferences;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sign-up form, as typed.
 *
 * @param opened when it was shown, signed
 */
record SignUpForm(String email, SettingsFields settings, String opened) {
    /** A field that people do not see, and programs fill in. */
    private static final String TRAP = "website";

    static final FieldError NOT_AN_ADDRESS =
            new FieldError("email", "This is not an e-mail address; one looks like name@example.org.");

    static SignUpForm suggesting(String query, String opened) {
        return new SignUpForm("", SettingsFields.suggesting(query), opened);
    }

    static SignUpForm typed(MultivaluedMap<String, String> form) {
        return new SignUpForm(
                SettingsFields.first(form, "email"), SettingsFields.typed(form), SettingsFields.first(form, "opened"));
    }

    static boolean isTrapped(MultivaluedMap<String, String> form) {
        return !SettingsFields.first(form, TRAP).isEmpty();
    }

    SignUpForm with(SettingsFields changed) {
        return new SignUpForm(email, changed, opened);
    }

    SignUpForm opened(String stamp) {
        return new SignUpForm(email, settings, stamp);
    }

    /** Either both parts are good, or the form says what is wrong with it. */
    record Checked(Optional<EmailAddress> address, Optional<Preferences> preferences, SignUpForm form) {
        boolean isGood() {
            return address.isPresent() && preferences.isPresent();
        }
    }

    Checked check() {
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
