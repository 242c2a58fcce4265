package dev.paperround.paper;

/**
 * Fires inside the transaction that merges two papers, before the row of {@code goneId} is deleted. Observers that
 * store paper ids must update them now.
 */
public record PapersMerged(long keptId, long goneId) {}
