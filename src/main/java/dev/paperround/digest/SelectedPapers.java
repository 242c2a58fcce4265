package dev.paperround.digest;

import java.util.List;

/** What a mail holds, best first, out of how many that matched and how many that were looked at. */
public record SelectedPapers(List<Long> papers, int matched, int considered) {}
