package dev.paperround.bounce;

import dev.paperround.language.OperatorSentence;

/** What a report says of one mail, the mildest first. */
public enum BounceKind {
    /** A complaint taken back: “this is not spam”. */
    NOT_SPAM(OperatorSentence.NOT_SPAM, false),
    /** A report that tells of neither failure nor complaint, such as one on authentication. */
    OTHER(OperatorSentence.SOMETHING_ELSE, false),
    DELIVERED(OperatorSentence.DELIVERED, false),
    /** Handed to a system that will send no further reports. */
    RELAYED(OperatorSentence.RELAYED, false),
    EXPANDED(OperatorSentence.EXPANDED, false),
    DELAYED(OperatorSentence.DELAYED, false),
    /** Refused for the mail's sake, the sender's or the system's policy: no fault of the address. */
    POLICY(OperatorSentence.REFUSED_BY_POLICY, true),
    SOFT(OperatorSentence.SOFT_BOUNCE, true),
    HARD(OperatorSentence.HARD_BOUNCE, true),
    COMPLAINT(OperatorSentence.COMPLAINT, false);

    public final String words;

    /** The mail did not arrive and will not. */
    final boolean failed;

    BounceKind(OperatorSentence words, boolean failed) {
        this.words = words.english();
        this.failed = failed;
    }
}
