package dev.paperround.delivery;

/** What a relay made of one mail: its reply where there was one, else what went wrong. */
record Outcome(Kind kind, Integer code, String reply) {
    enum Kind {
        ACCEPTED,
        /** Refused for now. */
        TEMPORARY,
        REJECTED,
        /** It certainly did not leave. */
        NOT_SENT,
        /** The connection was lost after the body had begun and before the reply. */
        UNKNOWN
    }

    static Outcome replied(int code, String reply) {
        var kind = code < 400 ? Kind.ACCEPTED : code < 500 ? Kind.TEMPORARY : Kind.REJECTED;
        return new Outcome(kind, code, reply);
    }

    static Outcome lost(boolean bodyBegun, Throwable cause) {
        return new Outcome(bodyBegun ? Kind.UNKNOWN : Kind.NOT_SENT, null, cause.toString());
    }
}
