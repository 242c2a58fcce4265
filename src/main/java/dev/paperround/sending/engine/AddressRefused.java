package dev.paperround.sending.engine;

import java.time.LocalDate;

/**
 * Event fired once the ledger has recorded that a mail was refused for good, or given up after temporary refusals.
 * {@code reply} is the mail system's answer.
 */
public record AddressRefused(
        long subscriber, long delivery, LocalDate createdOn, boolean noSuchMailbox, String reply) {}
