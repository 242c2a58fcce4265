package dev.paperround.subscriber.lists;

import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.ListMessages;
import dev.paperround.i18n.Message;
import dev.paperround.subscriber.CsvTable;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.SuppressionReason;
import dev.paperround.subscriber.lists.ImportReport.RejectedLine;
import dev.paperround.subscriber.suppression.SuppressionHash;
import dev.paperround.subscriber.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Imports suppressed addresses from CSV, either {@code email,reason} or the columns of our own export. */
@ApplicationScoped
public class SuppressionImport {
    @Inject
    Suppressions suppressions;

    public record Report(int received, int suppressed, List<RejectedLine> rejected) {}

    // The refusal explains an error in the file as a whole.
    public record Result(Report report, Message refusal) {}

    public Result read(InputStream csv) throws IOException {
        try (var table = new CsvTable(csv)) {
            if (table.refusal().isPresent()) {
                return new Result(
                        null,
                        Message.of(
                                ListMessages.class,
                                say -> say.suppressionColumnsBut(table.refusal().get())));
            }
            return table.columns().stream().anyMatch(Set.of("email", "hash")::contains)
                    ? new Result(read(table), null)
                    : new Result(null, Message.of(ListMessages.class, say -> say.suppressionColumns()));
        }
    }

    private Report read(CsvTable table) throws IOException {
        var rejected = new ArrayList<RejectedLine>();
        var received = 0;
        for (var row = table.next(); row.isPresent(); row = table.next()) {
            received++;
            rejection(row.get()).ifPresent(rejected::add);
        }
        if (table.columns().contains("hash")) {
            suppressions.suppressWhoeverIsKnown();
        }
        return new Report(received, received - rejected.size(), rejected);
    }

    private Optional<RejectedLine> rejection(CsvTable.Row row) {
        return Optional.ofNullable(row.refusal())
                .or(() -> take(row))
                .map(reason -> new RejectedLine(row.line(), reason));
    }

    // Returns the reason if the line was rejected.
    private Optional<Message> take(CsvTable.Row row) {
        var typed = row.cell("reason");
        var reason = typed.isEmpty() ? Optional.of(SuppressionReason.OPERATOR) : SuppressionReason.named(typed);
        if (reason.isEmpty()) {
            return Optional.of(inColumn("reason", Message.of(ListMessages.class, say -> say.noReason(typed))));
        }
        var given = row.cell("email");
        var hash = row.cell("hash");
        if (given.isEmpty() && SuppressionHash.isOne(hash)) {
            suppressions.suppress(SuppressionHash.read(hash), reason.get());
            return Optional.empty();
        }
        var email = EmailAddress.parse(given);
        email.ifPresent(it -> suppressions.suppress(it, reason.get()));
        return email.isPresent()
                ? Optional.empty()
                : Optional.of(inColumn("email", Message.of(AdminMessages.class, say -> say.noAddressSuchAs(given))));
    }

    private static Message inColumn(String column, Message why) {
        return Message.of(ListMessages.class, say -> say.inColumn(column, why));
    }
}
