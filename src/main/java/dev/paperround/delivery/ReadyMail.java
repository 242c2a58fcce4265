package dev.paperround.delivery;

import dev.paperround.digest.Encoded;

/** Written, and waiting for a connection. */
record ReadyMail(Claimed delivery, Envelope envelope, Encoded message) implements Refusals.Sent {
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
