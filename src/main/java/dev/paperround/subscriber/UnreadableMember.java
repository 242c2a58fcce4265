package dev.paperround.subscriber;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Somebody whose hour has come and whose settings this program cannot read, such as a time zone that it does not know. */
public record UnreadableMember(long id, Instant dueAt, String why) {
    /** Where they are nobody knows. */
    public LocalDate date() {
        return LocalDate.ofInstant(dueAt, ZoneOffset.UTC);
    }
}
