package dev.paperround.bounce.message;

import dev.paperround.i18n.BounceMessages;
import dev.paperround.i18n.Message;
import java.util.Set;

/** Names the kinds of report on one mail. The order matters: mildest first. */
public enum BounceKind {
    // A withdrawn complaint ("this is not spam").
    NOT_SPAM(Message.of(BounceMessages.class, say -> say.notSpam()), false),
    // A report on neither failure nor complaint, such as an authentication report.
    OTHER(Message.of(BounceMessages.class, say -> say.somethingElse()), false),
    DELIVERED(Message.of(BounceMessages.class, say -> say.delivered()), false),
    // Passed to a system that sends no further reports.
    RELAYED(Message.of(BounceMessages.class, say -> say.relayed()), false),
    EXPANDED(Message.of(BounceMessages.class, say -> say.expanded()), false),
    DELAYED(Message.of(BounceMessages.class, say -> say.delayed()), false),
    // Refused because of the mail, the sender or a policy, so the address is not at fault.
    POLICY(Message.of(BounceMessages.class, say -> say.refusedByPolicy()), true),
    SOFT(Message.of(BounceMessages.class, say -> say.softBounce()), true),
    HARD(Message.of(BounceMessages.class, say -> say.hardBounce()), true),
    COMPLAINT(Message.of(BounceMessages.class, say -> say.complaint()), false),
    // Requested by the reader through the List-Unsubscribe address.
    UNSUBSCRIBE(Message.of(BounceMessages.class, say -> say.unsubscribed()), false),
    // About one of our mails, but nothing in it could be understood.
    UNREAD(Message.of(BounceMessages.class, say -> say.notUnderstood()), false);

    public final Message words;

    public final boolean failed;

    final boolean arrived;

    BounceKind(Message words, boolean failed) {
        this.words = words;
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
