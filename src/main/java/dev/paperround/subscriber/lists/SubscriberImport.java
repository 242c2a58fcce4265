package dev.paperround.subscriber.lists;

import dev.paperround.i18n.ListMessages;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.CsvTable;
import dev.paperround.subscriber.privacy.Erasures;
import dev.paperround.subscriber.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Imports subscribers who consented elsewhere, in batches so that a long list never has to fit in memory. */
@ApplicationScoped
public class SubscriberImport {
    public static final List<String> COLUMNS = List.of("email", "queries", "frequency", "time_zone", "send_at");

    private static final int BATCH = 1000;

    @Inject
    public ImportBatch batches;

    @Inject
    public Suppressions suppressions;

    @Inject
    Erasures erasures;

    // The refusal explains an error in the file as a whole.
    public record Result(ImportReport report, Message refusal) {}

    public Result read(InputStream csv) throws IOException {
        try (var table = new CsvTable(csv)) {
            if (table.refusal().isPresent()) {
                return new Result(
                        null,
                        Message.of(
                                ListMessages.class,
                                say -> say.columns(
                                        String.join(",", COLUMNS),
                                        table.refusal().get())));
            }
            var missing =
                    COLUMNS.stream().filter(it -> !table.columns().contains(it)).toList();
            return missing.isEmpty()
                    ? new Result(new Reading(table).all(), null)
                    : new Result(
                            null,
                            Message.of(
                                    ListMessages.class,
                                    say -> say.columnsMissing(String.join(",", COLUMNS), String.join(", ", missing))));
        }
    }

    private final class Reading {
        private final CsvTable table;
        private final Map<String, ImportLine> batch = new LinkedHashMap<>();
        private final List<ImportReport.RejectedLine> rejected = new ArrayList<>();
        private int received;
        private int added;
        private int updated;

        Reading(CsvTable table) {
            this.table = table;
        }

        ImportReport all() throws IOException {
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                received++;
                take(row.get());
            }
            write();
            rejected.sort(Comparator.comparingLong(ImportReport.RejectedLine::line));
            return new ImportReport(received, added, updated, rejected);
        }

        private void take(CsvTable.Row row) {
            var line = row.line();
            if (row.refusal() != null) {
                rejected.add(new ImportReport.RejectedLine(line, row.refusal()));
                return;
            }
            var checked = ImportLine.check(line, row.cells());
            if (checked.line().isEmpty()) {
                rejected.add(new ImportReport.RejectedLine(line, checked.reason()));
                return;
            }
            var accepted = checked.line().get();
            if (isOfBeforeAnErasure(accepted)) {
                rejected.add(ImportReport.RejectedLine.inColumn(
                        line, "email", Message.of(ListMessages.class, say -> say.erasedSince(accepted.email()))));
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
                        line.line(),
                        "email",
                        Message.of(ListMessages.class, say -> say.isSuppressed(line.email(), reason.words))));
            });
            var written = batches.write(batch.values(), table.columns());
            batch.forEach((key, line) -> {
                var subscriber = written.get(key);
                if (subscriber == null) {
                    rejected.add(ImportReport.RejectedLine.inColumn(
                            line.line(), "email", Message.of(ListMessages.class, say -> say.hasGone(line.email()))));
                } else if (subscriber.added()) {
                    added++;
                } else {
                    updated++;
                }
            });
            batch.clear();
        }
    }
}
