package dev.paperround.paper.source.savedpage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises the page's own lines above its first paper: an invitation, the heading, a credit and the date. */
final class PageHead {
    private static final Pattern CREDIT =
            Pattern.compile("(?i)by ?@?_?akh?a?l?i?q?\\b.{0,60}|.{0,40}research community");
    private static final Pattern DATE = Pattern.compile(
            "(?i)(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?" + PageDate.FORM + "|\\d{4}-\\d\\d-\\d\\d");
    private static final int LINES = 15;
    private static final int LINE_LENGTH = 120;

    private PageHead() {}

    // A paper may be called Daily Papers, but no credit or date follows its title.
    static int size(List<PageLine> lines, LocalDate day) {
        for (int i = 0; i < Math.min(LINES, lines.size()) && lines.get(i).length() <= LINE_LENGTH; i++) {
            if (lines.get(i).text().equalsIgnoreCase("Daily Papers")) {
                int end = i + 1;
                end += matches(CREDIT, lines, end) ? 1 : 0;
                end += matches(DATE, lines, end) ? 1 : 0;
                return end > i + 1 ? end : 0;
            }
            if (PageFooter.at(lines, i, 0, day).isPresent()) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean matches(Pattern pattern, List<PageLine> lines, int index) {
        return Optional.of(index)
                .filter(i -> i < lines.size())
                .map(i -> pattern.matcher(lines.get(i).text()).matches())
                .orElse(false);
    }
}
