package dev.paperround.delivery;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What became of one subscriber's digest of one local date, and why; {@code link}: to the digest on the web. */
public record HistoryDay(LocalDate day, Outcome outcome, String reason, int papers, String link) {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    public enum Outcome {
        SENT("Sent"),
        NOT_SENT("No mail"),
        PENDING("Not yet"),
        /** Refused for now. */
        RETRYING("Delayed"),
        /** Refused for good. */
        REJECTED("Refused"),
        /** Perhaps sent. */
        UNKNOWN("Unclear");

        public final String word;

        Outcome(String word) {
            this.word = word;
        }
    }

    static HistoryDay without(LocalDate day, Outcome outcome, String reason) {
        return new HistoryDay(day, outcome, reason, 0, null);
    }

    public String dayInWords() {
        return SHORT.format(day);
    }
}
