package dev.paperround.sending.report;

import dev.paperround.database.Sql;
import dev.paperround.i18n.Message;
import dev.paperround.sending.Send;
import dev.paperround.sending.installation.InstallationGuard;
import dev.paperround.sending.ledger.InstanceHeartbeat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
public class SendReports {
    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Inject
    InstallationGuard guard;

    public List<SendProgress> newest(int limit) {
        return Send.newest(limit).stream().map(this::progress).toList();
    }

    public Optional<SendProgress> find(long id) {
        return Send.<Send>findByIdOptional(id).map(this::progress);
    }

    private SendProgress progress(Send send) {
        return SendProgress.of(
                send,
                SendCounts.of(sql, send.id),
                guard.closed(),
                Message.readOrNull(InstanceHeartbeat.trouble(sql)),
                clock.instant());
    }
}
