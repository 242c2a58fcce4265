package dev.paperround.delivery;

/** An event: a relay said for good that this subscriber's mailbox is none. Told after the ledger has it. */
public record AddressRefused(long subscriber, long delivery, String reply) {}
