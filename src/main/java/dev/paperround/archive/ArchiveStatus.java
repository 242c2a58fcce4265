package dev.paperround.archive;

/**
 * How much of the archive can be found.
 *
 * @param indexed so many papers, of {@code all} that there are
 */
public record ArchiveStatus(boolean complete, int indexed, int all) {
    public int percent() {
        return all == 0 ? 100 : (int) Math.min(100, indexed * 100L / all);
    }
}
