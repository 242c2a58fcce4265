package dev.paperround.subscription;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.paperround.language.OperatorSentence;
import dev.paperround.language.Said;
import java.util.List;

/** What became of each line of a CSV file; the header is line 1. */
public record ImportReport(int received, int added, int updated, List<RejectedLine> rejected) {
    /** {@code said}: the reason for those who read other languages. */
    public record RejectedLine(
            long line, String reason, @JsonIgnore Said said) {
        RejectedLine(long line, Said said) {
            this(line, said.toString(), said);
        }

        static RejectedLine inColumn(long line, String column, OperatorSentence wording, Object... about) {
            return new RejectedLine(line, Said.of(OperatorSentence.IN_COLUMN, column, Said.of(wording, about)));
        }
    }
}
