package dev.paperround.bounce.message;

import dev.paperround.i18n.OperatorSentence;
import java.util.Set;

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
    COMPLAINT(OperatorSentence.COMPLAINT, false),
    /** The reader's own wish, by the mail that List-Unsubscribe names. */
    UNSUBSCRIBE(OperatorSentence.UNSUBSCRIBED, false),
    /** About a mail of ours, and nothing that could be understood. */
    UNREAD(OperatorSentence.NOT_UNDERSTOOD, false);

    public final String words;

    /** The mail did not arrive and will not. */
    public final boolean failed;

    final boolean arrived;

    BounceKind(OperatorSentence words, boolean failed) {
        this.words = words.english();
        this.failed = failed;
        this.arrived = Set.of("DELIVERED", "RELAYED", "EXPANDED").contains(name());
    }

    /** In the list for operators, for whom what nobody could read is something to do. */
    public String listedAs() {
        return this == UNREAD ? name() : verdict();
    }

    /** The word of the contract: whatever changed nothing was ignored. */
    public String verdict() {
        return switch (this) {
            case HARD, SOFT, POLICY, COMPLAINT, UNSUBSCRIBE -> name();
            case NOT_SPAM, OTHER, DELIVERED, RELAYED, EXPANDED, DELAYED, UNREAD -> "IGNORED";
        };
    }
}
