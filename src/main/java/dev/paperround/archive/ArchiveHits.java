package dev.paperround.archive;

import dev.paperround.paper.Paper;
import java.util.List;

public record ArchiveHits(int total, int considered, List<Paper> papers) {}
