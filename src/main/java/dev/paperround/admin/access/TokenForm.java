package dev.paperround.admin.access;

import dev.paperround.http.problem.FieldError;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

record TokenForm(String name, String scope, Integer expiresInDays) {
    private static final int LONGEST_NAME = 60;
    private static final int MOST_DAYS = 3650;

    record Wanted(String name, Scope scope, Optional<Instant> expiresAt) {}

    record Checked(Optional<Wanted> wanted, List<FieldError> errors) {}

    Checked check(Clock clock) {
        var errors = new ArrayList<FieldError>();
        var called = name == null ? "" : name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || called.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("name", Message.of(AdminMessages.class, say -> say.tokenName())));
        } else if (isOfSomebodyElse(called)) {
            errors.add(new FieldError("name", Message.of(AdminMessages.class, say -> say.tokenNameOfOthers())));
        }
        var reach = Scope.of(scope);
        if (reach.isEmpty()) {
            errors.add(new FieldError("scope", Message.of(AdminMessages.class, say -> say.tokenScope())));
        }
        if (expiresInDays != null && (expiresInDays < 1 || expiresInDays > MOST_DAYS)) {
            errors.add(new FieldError("expiresInDays", Message.of(AdminMessages.class, say -> say.tokenDays())));
        }
        return errors.isEmpty()
                ? new Checked(Optional.of(new Wanted(called, reach.get(), expiry(clock))), errors)
                : new Checked(Optional.empty(), errors);
    }

    private static boolean isOfSomebodyElse(String called) {
        return called.equalsIgnoreCase(AdminTokens.OF_THE_SETTINGS)
                || called.regionMatches(true, 0, OidcCallers.PREFIX, 0, OidcCallers.PREFIX.length());
    }

    private Optional<Instant> expiry(Clock clock) {
        return Optional.ofNullable(expiresInDays).map(days -> clock.instant().plus(Duration.ofDays(days)));
    }
}
