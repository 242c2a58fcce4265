package dev.paperround.sending.engine;

import java.time.LocalDate;

/**
 * An event: a mail was refused for good while we spoke with a mail system, or given up after it was refused for now;
 * {@code reply} is how it said so. Told after the ledger has it.
 */
public record AddressRefused(
        long subscriber, long delivery, LocalDate createdOn, boolean noSuchMailbox, String reply) {}
