package dev.paperround.matching.query;

import dev.paperround.i18n.Message;

/** Carries a refusal out of the parser and never leaves {@link Query#parse}. */
final class RefusedQuery extends Exception {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final transient Message why;

    RefusedQuery(int position, Message why) {
        super(why.toString(), null, false, false);
        this.position = position;
        this.why = why;
    }

    QueryRefusal refusal() {
        return new QueryRefusal(why, position);
    }
}
