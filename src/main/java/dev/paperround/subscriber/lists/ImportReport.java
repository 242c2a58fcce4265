package dev.paperround.subscriber.lists;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.paperround.i18n.LocalizedMessage;
import dev.paperround.i18n.OperatorSentence;
import java.util.List;

/** Reports the result of each line of a CSV file. The header is line 1. */
public record ImportReport(int received, int added, int updated, List<RejectedLine> rejected) {
    // The localized message lets pages show the reason in other languages.
    public record RejectedLine(
            long line, String reason, @JsonIgnore LocalizedMessage said) {
        RejectedLine(long line, LocalizedMessage said) {
            this(line, said.toString(), said);
        }

        static RejectedLine inColumn(long line, String column, OperatorSentence wording, Object... about) {
            return new RejectedLine(
                    line, LocalizedMessage.of(OperatorSentence.IN_COLUMN, column, LocalizedMessage.of(wording, about)));
        }
    }
}
