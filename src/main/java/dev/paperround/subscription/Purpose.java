package dev.paperround.subscription;

/** A link is good for one purpose only. */
enum Purpose {
    CONFIRM("c"),
    MANAGE("m"),
    UNSUBSCRIBE("u");

    final String code;

    Purpose(String code) {
        this.code = code;
    }
}
