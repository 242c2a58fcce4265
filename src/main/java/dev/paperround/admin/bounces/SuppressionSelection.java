package dev.paperround.admin.bounces;

import dev.paperround.http.problem.Problem;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.SuppressionReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

record SuppressionSelection(String reason, String since, String domain) {
    boolean isEmpty() {
        return isBlank(reason) && isBlank(since) && isBlank(domain);
    }

    static RuntimeException nothing() {
        return Problem.of(400, "Give at least one of reason, since and domain.").exception();
    }

    Optional<SuppressionReason> why() {
        return isBlank(reason) ? Optional.empty() : Optional.of(SuppressionForm.reason(reason));
    }

    Optional<Instant> from() {
        try {
            return isBlank(since)
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(since.strip()).toInstant());
        } catch (DateTimeException e) {
            throw SuppressionForm.wrong("since", "“" + since + "” is no instant such as 2026-11-28T09:30:00Z.");
        }
    }

    Optional<String> host() {
        return isBlank(domain) ? Optional.empty() : Optional.of(domainOf(domain));
    }

    static String domainOf(String typed) {
        return EmailAddress.parse("a@" + typed.strip())
                .map(it -> it.key().substring(it.key().lastIndexOf('@') + 1))
                .orElseThrow(
                        () -> SuppressionForm.wrong("domain", "“" + typed + "” is no domain such as example.org."));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
