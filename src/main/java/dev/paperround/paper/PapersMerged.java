package dev.paperround.paper;

/**
 * Fired inside the transaction in which two stored papers turn out to be one, before the row of {@code goneId} is
 * deleted: whoever keeps paper ids moves them now.
 */
public record PapersMerged(long keptId, long goneId) {}
