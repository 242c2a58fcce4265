package dev.paperround.sending;

import dev.paperround.subscriber.EmailAddress;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Validated request for a send by hand; an empty {@code audience} means every active subscriber. If {@code dayAsked} is
 * false, the day was chosen for the caller and may differ when the same call is repeated.
 */
public record SendRequest(
        LocalDate day, boolean dayAsked, Optional<List<EmailAddress>> audience, boolean force, boolean dryRun) {
    boolean same(Send send) {
        return (!dayAsked || send.day.equals(day))
                && send.force == force
                && send.dryRun == dryRun
                && Optional.ofNullable(send.audience).equals(addresses());
    }

    // Lists each person once, spelled as first given.
    Optional<List<String>> addresses() {
        return audience.map(emails -> {
            var byKey = new LinkedHashMap<String, String>();
            emails.forEach(email -> byKey.putIfAbsent(email.key(), email.value()));
            return List.copyOf(byKey.values());
        });
    }
}
