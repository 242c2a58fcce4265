package dev.paperround.subscription;

import java.util.List;

/** What a subscriber wants, checked. */
public record Preferences(List<FilterText> filters, Schedule schedule, int maxPapers) {
    public static final int DEFAULT_MAX_PAPERS = 20;
    static final int MOST_PAPERS = 100;
    static final int MOST_FILTERS = 20;
    static final int LONGEST_NAME = 80;
}
