package dev.paperround.delivery;

/** A mail system said, while we spoke with it, that there is no such mailbox; {@code reply} is how it said so. */
public record AddressRefused(long subscriber, long delivery, String reply) {}
