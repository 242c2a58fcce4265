package dev.paperround.sending;

/** Where a delivery is in the ledger, and the word the API has for that. */
public enum DeliveryState {
    PLANNED("pending"),
    /** Claimed by an instance, whose journal tells whether the body may be on the wire. */
    LEASED("pending"),
    SENT("sent"),
    /** Refused for now, or certainly not sent. */
    RETRY("retrying"),
    REJECTED("rejected"),
    SKIPPED("skipped"),
    /** The connection died between the final dot and the reply: the relay may have it or not. */
    UNKNOWN("unknown");

    public final String word;

    DeliveryState(String word) {
        this.word = word;
    }
}
