package dev.paperround.admin.subscribers;

import dev.paperround.admin.AuditContext;
import dev.paperround.subscriber.lists.SubscriberExport;
import dev.paperround.subscriber.lists.SubscriberImport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

@ApplicationScoped
class SubscriberFiles {
    @Inject
    SubscriberImport list;

    @Inject
    SubscriberExport export;

    @Inject
    AuditContext act;

    SubscriberImport.Result read(InputStream csv) throws IOException {
        var result = list.read(csv);
        if (result.report() != null) {
            act.counts(result.report().added() + result.report().updated());
        }
        return result;
    }

    Response download() {
        StreamingOutput csv = out -> export.write(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return Response.ok(csv, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"subscribers.csv\"")
                .build();
    }
}
