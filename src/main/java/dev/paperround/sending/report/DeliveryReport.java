package dev.paperround.sending.report;

import java.time.Instant;
import java.util.List;

/** One line of the ledger, as the API shows it. {@code at}: when it last changed. */
public record DeliveryReport(
        long id,
        long send,
        String email,
        String state,
        int attempts,
        String messageId,
        List<String> papers,
        Integer smtpCode,
        String smtpReply,
        String reason,
        Instant at) {}
