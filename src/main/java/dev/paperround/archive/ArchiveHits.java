package dev.paperround.archive;

import dev.paperround.paper.Paper;
import java.util.List;

/** Holds one page of results. The {@code total} counts all matches among the {@code considered} papers. */
public record ArchiveHits(int total, int considered, List<Paper> papers) {}
