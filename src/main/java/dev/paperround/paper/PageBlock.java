package dev.paperround.paper;

import java.util.List;
import java.util.stream.Collectors;

/** What a run of lines is: a paper, half of one, or the page's furniture. */
record PageBlock(Kind kind, List<PageLine> title, List<PageLine> body) {
    enum Kind {
        PAPER,
        TITLE_ALONE,
        ABSTRACT_ALONE,
        FURNITURE
    }

    int line() {
        return (title.isEmpty() ? body : title).get(0).number();
    }

    String titleText() {
        return joined(title);
    }

    String abstractText() {
        return joined(body);
    }

    private static String joined(List<PageLine> lines) {
        return lines.stream().map(PageLine::text).collect(Collectors.joining(" "));
    }
}
