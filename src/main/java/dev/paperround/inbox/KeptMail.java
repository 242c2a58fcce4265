package dev.paperround.inbox;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Holds a mail as its reader sees it; {@code text} and {@code html} are null if the mail has no such part. */
@Schema(description = "A mail of the local mailbox, decoded")
record KeptMail(
        String id,
        String from,
        String to,
        String subject,
        Instant receivedAt,
        List<HeaderField> headers,
        String text,
        String html) {

    record HeaderField(String name, String value) {}
}
