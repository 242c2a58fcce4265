package dev.paperround.subscription;

import dev.paperround.language.OperatorSentence;
import dev.paperround.language.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** Takes in a list of subscribers who consented elsewhere, as CSV (RFC 4180), in batches and never as a whole. */
@ApplicationScoped
public class SubscriberList {
    public static final List<String> COLUMNS = List.of("email", "queries", "frequency", "time_zone", "send_at");

    private static final int BATCH = 1000;

    /** Apostrophes of the cell's own in front get one more, so that exactly one can be taken off again. */
    private static final Pattern RISKY = Pattern.compile("'*[=+@\\t\\r-]");

    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            // Empty lines are skipped below, so that they count as lines.
            .setIgnoreEmptyLines(false)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    @Inject
    ImportBatch batches;

    @Inject
    Suppressions suppressions;

    @Inject
    Erasures erasures;

    /** The report, or what is wrong with the file as a whole. */
    public record Result(ImportReport report, String refusal) {}

    public Result read(Reader csv) throws IOException {
        try (var parser = FORMAT.parse(csv)) {
            var names = parser.getHeaderNames();
            var missing = COLUMNS.stream()
                    .filter(it -> names.stream().noneMatch(it::equalsIgnoreCase))
                    .toList();
            if (!missing.isEmpty()) {
                return new Result(
                        null,
                        OperatorSentence.COLUMNS_MISSING.toPrograms(
                                String.join(",", COLUMNS), String.join(", ", missing)));
            }
            return new Result(new Reading(parser).all(), null);
        } catch (IllegalArgumentException | CSVException e) {
            return new Result(null, OperatorSentence.COLUMNS.toPrograms(String.join(",", COLUMNS), e.getMessage()));
        }
    }

    private final class Reading {
        private final CSVParser parser;
        private final Map<String, ImportLine> batch = new LinkedHashMap<>();
        private final List<ImportReport.RejectedLine> rejected = new ArrayList<>();
        private int received;
        private int added;
        private int updated;

        Reading(CSVParser parser) {
            this.parser = parser;
        }

        ImportReport all() {
            var records = parser.iterator();
            var line = parser.getCurrentLineNumber() + 1;
            try {
                while (records.hasNext()) {
                    take(line, records.next());
                    line = parser.getCurrentLineNumber() + 1;
                }
            } catch (UncheckedIOException | IllegalStateException e) {
                received++;
                rejected.add(new ImportReport.RejectedLine(
                        line, Said.of(OperatorSentence.NO_CSV, String.valueOf(e.getMessage()))));
            }
            write();
            rejected.sort((one, other) -> Long.compare(one.line(), other.line()));
            return new ImportReport(received, added, updated, rejected);
        }

        private void take(long line, CSVRecord record) {
            if (record.size() == 1 && record.get(0).isEmpty()) {
                return;
            }
            received++;
            if (!record.isConsistent()) {
                rejected.add(new ImportReport.RejectedLine(
                        line,
                        Said.of(
                                OperatorSentence.CELLS,
                                record.size(),
                                parser.getHeaderNames().size())));
                return;
            }
            var cells = new LinkedHashMap<String, String>();
            record.toMap().forEach((name, value) -> cells.put(name.toLowerCase(Locale.ROOT), unguarded(value)));
            var checked = ImportLine.check(line, cells);
            if (checked.line().isEmpty()) {
                rejected.add(new ImportReport.RejectedLine(line, checked.reason()));
                return;
            }
            var accepted = checked.line().get();
            if (isOfBeforeAnErasure(accepted)) {
                rejected.add(ImportReport.RejectedLine.inColumn(
                        line, "email", OperatorSentence.ERASED_SINCE, accepted.email()));
                return;
            }
            if (batch.size() == BATCH || batch.containsKey(accepted.email().key())) {
                write();
            }
            batch.put(accepted.email().key(), accepted);
        }

        private boolean isOfBeforeAnErasure(ImportLine line) {
            return line.createdAt()
                    .filter(created -> erasures.erasedAt(line.email())
                            .filter(created::isBefore)
                            .isPresent())
                    .isPresent();
        }

        private void write() {
            var suppressed = suppressions.among(
                    batch.values().stream().map(ImportLine::email).toList());
            suppressed.forEach((key, reason) -> {
                var line = batch.remove(key);
                rejected.add(ImportReport.RejectedLine.inColumn(
                        line.line(), "email", OperatorSentence.IS_SUPPRESSED, line.email(), Said.asIs(reason.words)));
            });
            var written = batches.write(batch.values());
            batch.forEach((key, line) -> {
                var subscriber = written.get(key);
                if (subscriber == null) {
                    rejected.add(ImportReport.RejectedLine.inColumn(
                            line.line(), "email", OperatorSentence.HAS_GONE, line.email()));
                } else if (subscriber.added()) {
                    added++;
                } else {
                    updated++;
                }
            });
            batch.clear();
        }
    }

    /** Takes back what {@link #guarded} did. */
    static String unguarded(String cell) {
        return cell.startsWith("'") && RISKY.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
    static String guarded(String cell) {
        return RISKY.matcher(cell).lookingAt() ? "'" + cell : cell;
    }
}
