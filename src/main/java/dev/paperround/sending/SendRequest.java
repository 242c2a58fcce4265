package dev.paperround.sending;

import dev.paperround.subscriber.EmailAddress;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A send by hand, checked. {@code audience} empty: every active subscriber; {@code dayAsked} false: the day was chosen for
 * the caller, and may be another one when the same call comes again.
 */
public record SendRequest(
        LocalDate day, boolean dayAsked, Optional<List<EmailAddress>> audience, boolean force, boolean dryRun) {
    boolean same(Send send) {
        return (!dayAsked || send.day.equals(day))
                && send.force == force
                && send.dryRun == dryRun
                && Optional.ofNullable(send.audience).equals(addresses());
    }

    /** Each person once, as first written. */
    Optional<List<String>> addresses() {
        return audience.map(emails -> {
            var byKey = new LinkedHashMap<String, String>();
            emails.forEach(email -> byKey.putIfAbsent(email.key(), email.value()));
            return List.copyOf(byKey.values());
        });
    }
}
