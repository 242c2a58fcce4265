package dev.paperround.delivery;

import dev.paperround.digest.Encoded;
import dev.paperround.problem.FatalErrors;
import dev.paperround.subscription.Recipient;
import dev.paperround.subscription.Recipients;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Writes mails ahead, on as many threads as there are processors. */
@Singleton
class MailWriters {
    private static final int CHUNK = 125;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), new DefaultThreadFactory("mail-writer", true));

    @Inject
    Recipients recipients;

    @Inject
    DigestPost post;

    @Inject
    EnvelopeSender envelopeSender;

    @Inject
    MailFrom mailFrom;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    /** Hears of each delivery once. */
    interface Desk {
        void ready(ReadyMail mail);

        void skipped(Claimed delivery, Reason reason);

        void failed(Claimed delivery, Throwable failure);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    void write(List<Claimed> deliveries, Desk desk) {
        for (var from = 0; from < deliveries.size(); from += CHUNK) {
            var chunk = deliveries.subList(from, Math.min(from + CHUNK, deliveries.size()));
            threads.execute(() -> writeChunk(chunk, desk));
        }
    }

    private void writeChunk(List<Claimed> chunk, Desk desk) {
        Map<Long, Recipient> known;
        try {
            known = recipients.byIds(
                    chunk.stream().map(Claimed::subscriber).distinct().toList());
        } catch (RuntimeException | Error e) {
            FatalErrors.endProgramAfter(e);
            Log.error("The recipients of some mails could not be read; they are tried again.", e);
            chunk.forEach(delivery -> desk.failed(delivery, e));
            return;
        }
        for (var delivery : chunk) {
            try {
                write(delivery, known.get(delivery.subscriber()), desk);
            } catch (RuntimeException | Error e) {
                FatalErrors.endProgramAfter(e);
                LogFields.of(
                        delivery,
                        () -> Log.errorf(
                                e, "The mail of delivery %d could not be written; it is tried again.", delivery.id()));
                desk.failed(delivery, e);
            }
        }
    }

    private void write(Claimed delivery, Recipient recipient, Desk desk) {
        if (recipient == null) {
            desk.skipped(delivery, Reason.ERASED);
            return;
        }
        switch (recipient.state()) {
            case ACTIVE -> {
                if (delivery.isTooLate(clock.instant())) {
                    desk.skipped(delivery, Reason.TOO_LATE);
                    return;
                }
                var message = delivery.message().map(Encoded::ofBytes).orElseGet(() -> written(delivery, recipient));
                var from = envelopeSender.of(delivery.id(), delivery.createdOn());
                desk.ready(new ReadyMail(delivery, new Envelope(from, recipient.email(), mailFrom.address), message));
            }
            case PENDING, UNSUBSCRIBED, SUPPRESSED -> desk.skipped(delivery, Reason.notActive(recipient.state()));
        }
    }

    /** What had no room is written down before the mail can leave. */
    private Encoded written(Claimed delivery, Recipient recipient) {
        var written = post.message(delivery, recipient);
        if (written.papers() < delivery.papers().size()) {
            ledger.cut(delivery, written.papers());
        }
        return written.message();
    }
}
