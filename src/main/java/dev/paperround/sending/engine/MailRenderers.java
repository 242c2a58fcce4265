package dev.paperround.sending.engine;

import dev.paperround.health.FatalErrors;
import dev.paperround.sending.NoMailReason;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.sending.ledger.Ledger;
import dev.paperround.sending.ledger.LogFields;
import dev.paperround.subscriber.Recipient;
import dev.paperround.subscriber.Recipients;
import dev.paperround.transport.DigestFormat;
import dev.paperround.transport.OutgoingMessage;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Renders mails ahead of sending, with one thread per processor. */
@Singleton
class MailRenderers {
    private static final int CHUNK = 125;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(), new DefaultThreadFactory("mail-writer", true));

    @Inject
    Recipients recipients;

    // In the order of their priorities.
    @All
    @Inject
    List<DigestFormat> formats;

    @Inject
    Ledger ledger;

    @Inject
    Clock clock;

    // Called once per delivery.
    interface Desk {
        void ready(RenderedMail mail);

        void skipped(LeasedDelivery delivery, NoMailReason reason);

        void failed(LeasedDelivery delivery, Throwable failure);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    void write(List<LeasedDelivery> deliveries, Desk desk) {
        for (var from = 0; from < deliveries.size(); from += CHUNK) {
            var chunk = deliveries.subList(from, Math.min(from + CHUNK, deliveries.size()));
            threads.execute(() -> writeChunk(chunk, desk));
        }
    }

    private void writeChunk(List<LeasedDelivery> chunk, Desk desk) {
        Map<Long, Recipient> known;
        try {
            known = recipients.byIds(
                    chunk.stream().map(LeasedDelivery::subscriber).distinct().toList());
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

    private void write(LeasedDelivery delivery, Recipient recipient, Desk desk) {
        if (recipient == null) {
            desk.skipped(delivery, NoMailReason.ERASED);
            return;
        }
        switch (recipient.state()) {
            case ACTIVE -> {
                if (delivery.isTooLate(clock.instant())) {
                    desk.skipped(delivery, NoMailReason.TOO_LATE);
                    return;
                }
                var format = format(recipient);
                var message = delivery.message()
                        .map(bytes -> format.repeat(bytes, delivery.digest(), recipient))
                        .orElseGet(() -> written(delivery, recipient, format));
                desk.ready(new RenderedMail(delivery, message));
            }
            case PENDING, UNSUBSCRIBED, SUPPRESSED -> desk.skipped(delivery, NoMailReason.notActive(recipient.state()));
        }
    }

    private DigestFormat format(Recipient recipient) {
        for (var format : formats) {
            if (format.fits(recipient)) {
                return format;
            }
        }
        throw new IllegalStateException("No format fits the recipient.");
    }

    // Records the papers that did not fit before the mail can leave.
    private OutgoingMessage written(LeasedDelivery delivery, Recipient recipient, DigestFormat format) {
        var written = format.write(delivery.digest(), recipient);
        if (written.papers() < delivery.papers().size()) {
            ledger.cut(delivery, written.papers());
        }
        return written.message();
    }
}
