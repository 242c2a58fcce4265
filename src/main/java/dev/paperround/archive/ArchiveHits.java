package dev.paperround.archive;

import dev.paperround.paper.Paper;
import java.util.List;

/** A page of what was found: {@code total} papers, of {@code considered} that were looked at. */
public record ArchiveHits(int total, int considered, List<Paper> papers) {}
