package dev.paperround.sending.ledger;

import java.util.concurrent.CompletableFuture;

/** Waits to be written into the send log. */
sealed interface SendLogEntry {
    LeasedDelivery delivery();

    record Recording(DeliveryResult result, CompletableFuture<Void> done) implements SendLogEntry {
        @Override
        public LeasedDelivery delivery() {
            return result.delivery();
        }
    }

    record Marking(LeasedDelivery delivery, CompletableFuture<Boolean> allowed) implements SendLogEntry {}

    // The result cannot be written, so the mail counts as still on the wire.
    record Holding(LeasedDelivery delivery) implements SendLogEntry {}
}
