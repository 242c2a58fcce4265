package dev.paperround.admin.bounces;

import dev.paperround.admin.AuditContext;
import dev.paperround.admin.CsvDownload;
import dev.paperround.subscriber.lists.SuppressionImport;
import dev.paperround.subscriber.suppression.SuppressionList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

@ApplicationScoped
class SuppressionFiles {
    @Inject
    SuppressionImport suppressionImport;

    @Inject
    SuppressionList list;

    @Inject
    AuditContext act;

    SuppressionImport.Result read(InputStream csv) throws IOException {
        var result = suppressionImport.read(csv);
        if (result.report() != null) {
            act.counts(result.report().suppressed());
        }
        return result;
    }

    Response download() {
        return CsvDownload.of("suppressions.csv", list::write);
    }
}
