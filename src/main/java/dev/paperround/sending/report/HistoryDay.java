package dev.paperround.sending.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.paperround.i18n.Message;
import java.time.LocalDate;

/** Outcome of one subscriber's digest for a local date. {@code link} leads to the digest on the web. */
public record HistoryDay(
        LocalDate day,
        Outcome outcome,
        String reason,
        int papers,
        String link,
        @JsonIgnore Message said) {
    public enum Outcome {
        SENT,
        NOT_SENT,
        PENDING,
        // Refused for now.
        RETRYING,
        // Refused for good.
        REJECTED,
        // Perhaps sent.
        UNKNOWN
    }

    static HistoryDay without(LocalDate day, Outcome outcome, Message reason) {
        return new HistoryDay(day, outcome, reason.toString(), 0, null, reason);
    }

    // The reason is null if the mail says enough.
    static HistoryDay mail(LocalDate day, Outcome outcome, Message reason, int papers, String link) {
        return new HistoryDay(day, outcome, reason == null ? null : reason.toString(), papers, link, reason);
    }
}
