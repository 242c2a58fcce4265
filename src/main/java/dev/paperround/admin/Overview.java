package dev.paperround.admin;

import dev.paperround.delivery.Fence;
import dev.paperround.delivery.SendReports;
import dev.paperround.paper.DigestDay;
import dev.paperround.paper.IngestRecord;
import dev.paperround.paper.IngestRecords;
import dev.paperround.paper.Papers;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** What the operator sees first. */
@ApplicationScoped
class Overview {
    private static final int SENDS = 20;
    private static final int DAYS = 10;
    private static final int INGESTS = 8;

    @Inject
    SendReports reports;

    @Inject
    Papers papers;

    @Inject
    Days days;

    @Inject
    IngestRecords records;

    @Inject
    Fence fence;

    /** {@code heldBack}: why nothing may leave, or null; {@code restored}: and it is for a restore. */
    record overview(
            List<SendLine> sends,
            boolean running,
            SendForm form,
            List<DigestDay> days,
            List<SubscriberCount> counts,
            List<IngestRecord> ingests,
            String heldBack,
            boolean restored)
            implements TemplateInstance {}

    TemplateInstance fresh() {
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
                fence.closed().orElse(null),
                fence.restored());
    }
}
