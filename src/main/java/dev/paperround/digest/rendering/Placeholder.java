package dev.paperround.digest.rendering;

import java.util.UUID;

/** Lists the values that differ from mail to mail and stay open in text that is rendered once for many. */
enum Placeholder {
    SUBJECT,
    WEB,
    PREFERENCES,
    UNSUBSCRIBE,
    HOME,
    PAPERS,
    REASON;

    // Random, so that no paper's text can be mistaken for a placeholder.
    private static final String NONCE = "blank-" + UUID.randomUUID() + "-";

    String mark() {
        return NONCE + ordinal();
    }

    static int markAfter(String text, int from) {
        return text.indexOf(NONCE, from);
    }

    static Placeholder at(String text, int mark) {
        return values()[text.charAt(mark + NONCE.length()) - '0'];
    }

    int markLength() {
        return NONCE.length() + 1;
    }
}
