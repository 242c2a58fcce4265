package dev.paperround.bounce.message;

import dev.paperround.i18n.OperatorSentence;
import java.util.Set;

/** Names the kinds of report on one mail. The order matters: mildest first. */
public enum BounceKind {
    // A withdrawn complaint ("this is not spam").
    NOT_SPAM(OperatorSentence.NOT_SPAM, false),
    // A report on neither failure nor complaint, such as an authentication report.
    OTHER(OperatorSentence.SOMETHING_ELSE, false),
    DELIVERED(OperatorSentence.DELIVERED, false),
    // Passed to a system that sends no further reports.
    RELAYED(OperatorSentence.RELAYED, false),
    EXPANDED(OperatorSentence.EXPANDED, false),
    DELAYED(OperatorSentence.DELAYED, false),
    // Refused because of the mail, the sender or a policy, so the address is not at fault.
    POLICY(OperatorSentence.REFUSED_BY_POLICY, true),
    SOFT(OperatorSentence.SOFT_BOUNCE, true),
    HARD(OperatorSentence.HARD_BOUNCE, true),
    COMPLAINT(OperatorSentence.COMPLAINT, false),
    // Requested by the reader through the List-Unsubscribe address.
    UNSUBSCRIBE(OperatorSentence.UNSUBSCRIBED, false),
    // About one of our mails, but nothing in it could be understood.
    UNREAD(OperatorSentence.NOT_UNDERSTOOD, false);

    public final String words;

    public final boolean failed;

    final boolean arrived;

    BounceKind(OperatorSentence words, boolean failed) {
        this.words = words.english();
        this.failed = failed;
        this.arrived = Set.of("DELIVERED", "RELAYED", "EXPANDED").contains(name());
    }

    // Unread mails are listed separately, because an operator has to look at them.
    public String listedAs() {
        return this == UNREAD ? name() : verdict();
    }

    // The verdict in the API; anything that changed nothing is "ignored".
    public String verdict() {
        return switch (this) {
            case HARD, SOFT, POLICY, COMPLAINT, UNSUBSCRIBE -> name();
            case NOT_SPAM, OTHER, DELIVERED, RELAYED, EXPANDED, DELAYED, UNREAD -> "IGNORED";
        };
    }
}
