package dev.paperround.paper;

/**
 * Announces two merged papers inside the transaction, before the row of {@code goneId} is deleted. Observers that store
 * paper ids must update them now.
 */
public record PapersMerged(long keptId, long goneId) {}
