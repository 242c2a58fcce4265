package dev.paperround.delivery;

/**
 * An event: a mail system said, while we spoke with it, that there is no such mailbox; {@code reply} is how it said so. Told
 * after the ledger has it.
 */
public record AddressRefused(long subscriber, long delivery, String reply) {}
