package dev.paperround.subscription;

/** A link is good for one purpose only. */
enum Purpose {
    CONFIRM("c"),
    MANAGE("m"),
    UNSUBSCRIBE("u"),
    /** Of a delivery, not of a subscriber. */
    DIGEST("d");

    final String code;

    Purpose(String code) {
        this.code = code;
    }
}
