package dev.paperround.digest;

import java.util.List;

public record SelectedPapers(List<Long> papers, int matched, int considered) {}
