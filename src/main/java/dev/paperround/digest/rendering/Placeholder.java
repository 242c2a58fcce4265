package dev.paperround.digest.rendering;

import java.util.UUID;

/** What differs from mail to mail, and so is left open in what is rendered once for many. */
enum Placeholder {
    SUBJECT,
    WEB,
    PREFERENCES,
    UNSUBSCRIBE,
    HOME,
    /** The block of every paper, in whole lines. */
    PAPERS,
    /** The reader's own names of the filters that brought a paper. */
    REASON;

    /** Nobody can guess it, so that no paper's text is taken for a blank. */
    private static final String NONCE = "blank-" + UUID.randomUUID() + "-";

    /** Stands in a rendered text for what comes later; no template changes it. */
    String mark() {
        return NONCE + ordinal();
    }

    /** Of the mark at this place, which may be any place. */
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
