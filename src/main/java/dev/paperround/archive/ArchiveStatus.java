package dev.paperround.archive;

public record ArchiveStatus(boolean complete, int indexed, int all) {
    public int percent() {
        return all == 0 ? 100 : (int) Math.min(100, indexed * 100L / all);
    }
}
