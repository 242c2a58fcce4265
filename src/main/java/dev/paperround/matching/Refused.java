package dev.paperround.matching;

/** Carries a refusal out of the depth of the parser; never leaves {@link Query#parse}. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int position;

    Refused(int position, String message) {
        super(message, null, false, false);
        this.position = position;
    }

    QueryRefusal refusal() {
        return new QueryRefusal(getMessage(), position);
    }
}
