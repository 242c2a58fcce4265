package dev.paperround.admin.subscribers;

import dev.paperround.admin.AuditContext;
import dev.paperround.admin.CsvDownload;
import dev.paperround.subscriber.lists.SubscriberExport;
import dev.paperround.subscriber.lists.SubscriberImport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

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
        return CsvDownload.of("subscribers.csv", export::write);
    }
}
