package dev.paperround.transport.smtp;

public enum ReplyVerdict {
    /** There is no such mailbox. */
    HARD,
    /** The mailbox, or the way to it, for now. */
    SOFT,
    /** This one recipient's system does not want this mail. */
    POLICY_RECIPIENT,
    /** Us: the sender, its quota, its reputation or its credentials. */
    POLICY_SENDER
}
