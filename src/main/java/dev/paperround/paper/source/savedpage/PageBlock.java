package dev.paperround.paper.source.savedpage;

import dev.paperround.paper.source.HumanText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run of lines that is read as a paper, half a paper or page furniture. */
record PageBlock(Kind kind, List<PageLine> title, List<PageLine> body) {
    // Shorter lines are not wrapped by the width of a window.
    private static final int WRAPPED = 50;
    // This applies to several blocks without a by-line. Headings and notes in other texts are shorter.
    private static final int SHORT_ABSTRACT = 80;

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

    Stream<PageLine> lines() {
        return Stream.concat(title.stream(), body.stream());
    }

    // A paper without a by-line has one paragraph each for title and abstract: a heading and a sentence.
    boolean standsAlone(boolean only) {
        boolean parted = title.get(0).afterBlank()
                && body.get(0).afterBlank()
                && (title.size() == 1 || title.get(0).length() >= WRAPPED)
                && body.stream().skip(1).noneMatch(PageLine::afterBlank);
        boolean twoLines = only && title.size() + body.size() == 2;
        return (parted || twoLines)
                && (only || abstractText().length() >= SHORT_ABSTRACT)
                && title.get(0).beginsLikeTitle()
                && !titleText().matches(".*[.;:,]")
                && HumanText.isSentence(abstractText())
                && lines().noneMatch(line -> HumanText.isOfMachines(line.text()));
    }

    private static String joined(List<PageLine> lines) {
        return lines.stream().map(PageLine::text).collect(Collectors.joining(" "));
    }
}
