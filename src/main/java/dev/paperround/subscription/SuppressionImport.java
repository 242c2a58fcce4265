package dev.paperround.subscription;

import dev.paperround.language.OperatorSentence;
import dev.paperround.language.Said;
import dev.paperround.subscription.ImportReport.RejectedLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVRecord;

/** Takes in a list of suppressed addresses as CSV: {@code email,reason}, or what the export wrote. */
@ApplicationScoped
public class SuppressionImport {
    @Inject
    Suppressions suppressions;

    public record Report(int received, int suppressed, List<RejectedLine> rejected) {}

    /** The report, or what is wrong with the file as a whole. */
    public record Result(Report report, String refusal) {}

    public Result read(Reader csv) throws IOException {
        try (var parser = SubscriberList.FORMAT.parse(csv)) {
            var names = parser.getHeaderNames();
            if (names.stream().noneMatch(it -> it.equalsIgnoreCase("email") || it.equalsIgnoreCase("hash"))) {
                return new Result(null, OperatorSentence.SUPPRESSION_COLUMNS.english());
            }
            var rejected = new ArrayList<RejectedLine>();
            var received = 0;
            var line = parser.getCurrentLineNumber() + 1;
            try {
                for (var record : parser) {
                    if (!isEmpty(record)) {
                        received++;
                        var at = line;
                        take(record).ifPresent(reason -> rejected.add(new RejectedLine(at, reason)));
                    }
                    line = parser.getCurrentLineNumber() + 1;
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                received++;
                rejected.add(new RejectedLine(line, Said.of(OperatorSentence.NO_CSV, String.valueOf(e.getMessage()))));
            }
            return new Result(new Report(received, received - rejected.size(), rejected), null);
        } catch (IllegalArgumentException | CSVException e) {
            return new Result(null, OperatorSentence.SUPPRESSION_COLUMNS_BUT.toPrograms(e.getMessage()));
        }
    }

    private static boolean isEmpty(CSVRecord record) {
        return record.size() == 1 && record.get(0).isEmpty();
    }

    /** Why the line was not taken. */
    private Optional<Said> take(CSVRecord record) {
        var typed = cell(record, "reason");
        var reason = typed.isEmpty() ? Optional.of(SuppressionReason.OPERATOR) : SuppressionReason.named(typed);
        if (reason.isEmpty()) {
            return Optional.of(inColumn("reason", OperatorSentence.NO_REASON, typed));
        }
        var given = cell(record, "email");
        var hash = cell(record, "hash");
        if (given.isEmpty() && SuppressionHash.isOne(hash)) {
            suppressions.suppress(SuppressionHash.read(hash), reason.get());
            return Optional.empty();
        }
        var email = EmailAddress.parse(given);
        email.ifPresent(it -> suppressions.suppress(it, reason.get()));
        return email.isPresent()
                ? Optional.empty()
                : Optional.of(inColumn("email", OperatorSentence.NO_ADDRESS_SUCH_AS, given));
    }

    private static Said inColumn(String column, OperatorSentence wording, String about) {
        return Said.of(OperatorSentence.IN_COLUMN, column, Said.of(wording, about));
    }

    private static String cell(CSVRecord record, String name) {
        return record.isSet(name) ? SubscriberList.unguarded(record.get(name).strip()) : "";
    }
}
