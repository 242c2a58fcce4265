package dev.paperround.subscriber;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A due member whose settings this program cannot read, for example because the time zone is unknown. */
public record UnreadableMember(long id, Instant dueAt, String why) {
    // The member's own date is unknown.
    public LocalDate date() {
        return LocalDate.ofInstant(dueAt, ZoneOffset.UTC);
    }
}
