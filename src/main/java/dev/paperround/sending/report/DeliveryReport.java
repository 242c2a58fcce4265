package dev.paperround.sending.report;

import dev.paperround.i18n.Message;
import java.time.Instant;
import java.util.List;

/** Ledger entry as the API shows it. {@code at} is the time of its last change. */
public record DeliveryReport(
        long id,
        long send,
        String email,
        String state,
        int attempts,
        String messageId,
        List<String> papers,
        Integer smtpCode,
        Message smtpReply,
        Message reason,
        Instant at) {}
