package dev.paperround.inbox;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A line of the local mailbox")
record MailSummary(String id, String from, String to, String subject, Instant receivedAt) {}
