package dev.paperround.admin.sends;

import dev.paperround.admin.DigestDays;
import dev.paperround.admin.subscribers.SubscriberCount;
import dev.paperround.i18n.Message;
import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import dev.paperround.paper.ingest.IngestRecord;
import dev.paperround.paper.ingest.IngestRecords;
import dev.paperround.sending.installation.InstallationGuard;
import dev.paperround.sending.report.SendReports;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class Overview {
    private static final int SENDS = 20;
    private static final int DAYS = 10;
    private static final int INGESTS = 8;

    @Inject
    SendReports reports;

    @Inject
    Papers papers;

    @Inject
    DigestDays days;

    @Inject
    IngestRecords records;

    @Inject
    InstallationGuard guard;

    /**
     * Renders the overview; {@code heldBack} says why sending is on hold, or is null, and {@code restored} is true if a
     * restore is the reason.
     */
    record overview(
            List<SendLine> sends,
            boolean running,
            SendForm form,
            List<DigestDay> days,
            List<SubscriberCount> counts,
            List<IngestRecord> ingests,
            Message heldBack,
            boolean restored)
            implements TemplateInstance {}

    public TemplateInstance fresh() {
        return with(SendForm.preset(days.newest().toString()));
    }

    @Transactional
    TemplateInstance with(SendForm form) {
        var sends = reports.newest(SENDS).stream().map(SendLine::new).toList();
        return new overview(
                sends,
                sends.stream().anyMatch(SendLine::running),
                form,
                papers.days().stream().limit(DAYS).toList(),
                SubscriberCount.all(),
                records.newest(Optional.empty(), Optional.empty(), INGESTS),
                guard.closed().orElse(null),
                guard.restored());
    }
}
