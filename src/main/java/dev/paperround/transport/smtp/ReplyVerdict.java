package dev.paperround.transport.smtp;

public enum ReplyVerdict {
    HARD,
    // The mailbox, or the way to it, is unavailable for now.
    SOFT,
    // This recipient's system does not want this mail.
    POLICY_RECIPIENT,
    // The objection is to us: the sender, its quota, its reputation or its credentials.
    POLICY_SENDER
}
