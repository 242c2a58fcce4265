package dev.paperround.sending.engine;

import dev.paperround.digest.rendering.QuotedPrintableText;
import dev.paperround.mail.Envelope;
import dev.paperround.sending.ledger.LeasedDelivery;
import dev.paperround.transport.smtp.RefusalStreak;

public record RenderedMail(LeasedDelivery delivery, Envelope envelope, QuotedPrintableText message)
        implements RefusalStreak.Sent {
    @Override
    public long id() {
        return delivery.id();
    }

    @Override
    public String recipient() {
        return envelope.to();
    }

    @Override
    public boolean isRetry() {
        return delivery.attempts() > 0;
    }
}
