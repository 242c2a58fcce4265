package dev.paperround.subscriber.lists;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.paperround.i18n.ListMessages;
import dev.paperround.i18n.Message;
import java.util.List;

/** Reports the result of each line of a CSV file. The header is line 1. */
public record ImportReport(int received, int added, int updated, List<RejectedLine> rejected) {
    // The localized message lets pages show the reason in other languages.
    public record RejectedLine(
            long line, String reason, @JsonIgnore Message said) {
        RejectedLine(long line, Message said) {
            this(line, said.toString(), said);
        }

        static RejectedLine inColumn(long line, String column, Message why) {
            return new RejectedLine(line, Message.of(ListMessages.class, say -> say.inColumn(column, why)));
        }
    }
}
