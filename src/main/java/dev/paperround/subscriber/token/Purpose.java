package dev.paperround.subscriber.token;

/** Restricts each link to a single purpose. */
public enum Purpose {
    CONFIRM("c"),
    MANAGE("m"),
    UNSUBSCRIBE("u"),
    // The link refers to a delivery, not to a subscriber.
    DIGEST("d"),
    // The token refers to a delivery. Any server that handles the mail can read it in the envelope sender.
    BOUNCE("b");

    final String code;

    Purpose(String code) {
        this.code = code;
    }
}
