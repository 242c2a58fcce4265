package dev.paperround.subscription;

import java.util.List;

/** What became of each line of a CSV file; the header is line 1. */
public record ImportReport(int received, int added, int updated, List<RejectedLine> rejected) {
    public record RejectedLine(long line, String reason) {}
}
