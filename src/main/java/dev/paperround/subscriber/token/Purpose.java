package dev.paperround.subscriber.token;

/** Restricts each link to a single purpose. */
public enum Purpose {
    CONFIRM("c"),
    MANAGE("m"),
    UNSUBSCRIBE("u"),
    // The link refers to a delivery, not to a subscriber.
    DIGEST("d"),
    // The token refers to a delivery, which anyone who returns the mail to its envelope sender may learn.
    BOUNCE("b");

    final String code;

    Purpose(String code) {
        this.code = code;
    }
}
