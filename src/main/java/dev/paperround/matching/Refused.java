package dev.paperround.matching;

import dev.paperround.language.Said;
import dev.paperround.language.Sentence;

/** Carries a refusal out of the depth of the parser; never leaves {@link Query#parse}. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final transient Said why;

    Refused(int position, Sentence why, Object... about) {
        this(position, Said.of(why, about));
    }

    Refused(int position, Said why) {
        super(why.toString(), null, false, false);
        this.position = position;
        this.why = why;
    }

    QueryRefusal refusal() {
        return new QueryRefusal(why, position);
    }
}
