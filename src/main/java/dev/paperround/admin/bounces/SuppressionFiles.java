package dev.paperround.admin.bounces;

import dev.paperround.admin.AuditContext;
import dev.paperround.subscriber.lists.SuppressionImport;
import dev.paperround.subscriber.suppression.SuppressionList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

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
        StreamingOutput csv = out -> list.write(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"suppressions.csv\"")
                .build();
    }
}
