package dev.paperround.sending;

/** State of a delivery in the ledger, with the API's name for it. */
public enum DeliveryState {
    PLANNED("pending"),
    // Claimed by an instance, whose journal tells whether the body may be on the wire.
    LEASED("pending"),
    SENT("sent"),
    // Refused temporarily, or certainly not sent.
    RETRY("retrying"),
    REJECTED("rejected"),
    SKIPPED("skipped"),
    // The connection died between the final dot and the reply, so the relay may or may not have the mail.
    UNKNOWN("unknown");

    public final String word;

    DeliveryState(String word) {
        this.word = word;
    }
}
