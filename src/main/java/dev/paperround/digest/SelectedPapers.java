package dev.paperround.digest;

import java.util.List;

/** Lists the papers of a mail, best first, with the numbers of papers that matched and were considered. */
public record SelectedPapers(List<Long> papers, int matched, int considered) {}
