package dev.paperround.subscriber.token;

/** A link is good for one purpose only. */
public enum Purpose {
    CONFIRM("c"),
    MANAGE("m"),
    UNSUBSCRIBE("u"),
    /** Of a delivery, not of a subscriber. */
    DIGEST("d"),
    /** Of a delivery: whoever returns it to its envelope sender knows this much of it. */
    BOUNCE("b");

    final String code;

    Purpose(String code) {
        this.code = code;
    }
}
