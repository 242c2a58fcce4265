package dev.paperround.paper;

import dev.paperround.language.IngestSentence;
import dev.paperround.paper.PageBlock.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads a Daily Papers page that was saved as text. */
public final class SavedPage {
    private static final PageFooter NO_FOOTER = new PageFooter(0, null, null, new PageDate(null, null));
    /** On a page without a single footer, anything of two lines would pass for a paper. */
    private static final int ABSTRACT_WITHOUT_FOOTERS = 80;

    /** More without a blank line in between are not one paragraph in narrow lines: the blank lines were lost. */
    private static final int LINES_A_PARAGRAPH = 40;

    private final List<PageLine> lines;
    private final LocalDate day;
    private final boolean spaced;
    private final List<PaperDraft> drafts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();

    private SavedPage(List<PageLine> lines, LocalDate day) {
        this.lines = lines;
        this.day = day;
        spaced = lines.stream().filter(PageLine::afterBlank).count() * LINES_A_PARAGRAPH > lines.size();
    }

    /** @param day the day of the page: a date without a year is the newest such date not after it */
    public static Reading read(String page, LocalDate day) {
        return new SavedPage(PageLine.of(page), day).read();
    }

    private Reading read() {
        boolean anyFooter = false;
        int start = PageHead.size(lines, day);
        int index = start;
        while (index < lines.size()) {
            Optional<PageFooter> footer = PageFooter.at(lines, index, index - start, day);
            if (footer.isEmpty()) {
                index++;
                continue;
            }
            anyFooter = true;
            close(lines.subList(start, index), footer.get(), lines.get(index).number());
            index += footer.get().size();
            start = index;
        }
        int end = start < lines.size() && anyFooter ? beforeCutByLine(start) : lines.size();
        close(lines.subList(start, end), NO_FOOTER, 0);
        if (anyFooter && start < end) {
            rejectCutAbstract(start);
        }
        if (!anyFooter) {
            drafts.removeIf(draft -> draft.facts().abstractText().length() < ABSTRACT_WITHOUT_FOOTERS);
        }
        return Reading.of(drafts, rejections);
    }

    private int beforeCutByLine(int start) {
        int last = lines.size() - 1;
        if (last == start || !PageEnd.isPartOfByLine(lines.get(last).text())) {
            return lines.size();
        }
        rejections.add(new Rejection(lines.get(last).number(), IngestSentence.BY_LINE_CUT.english()));
        return last;
    }

    /** Half an abstract is no paper, but a whole one without by-line is. */
    private void rejectCutAbstract(int start) {
        PaperDraft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
        if (last != null
                && last.position() >= lines.get(start).number()
                && PageEnd.isInsideSentence(last.facts().abstractText())) {
            drafts.remove(last);
            rejections.add(new Rejection(
                    last.position(),
                    IngestSentence.ABSTRACT_CUT.toPrograms(
                            shortened(last.facts().title()))));
        }
    }

    private void close(List<PageLine> text, PageFooter footer, int footerLine) {
        Deque<PageBlock> blocks = PageBlocks.of(text, spaced);
        blocks.removeIf(block -> block.kind() == Kind.FURNITURE);
        if (blocks.isEmpty() && footer != NO_FOOTER) {
            rejections.add(new Rejection(footerLine, IngestSentence.NOTHING_ABOVE.english()));
        }
        while (!blocks.isEmpty()) {
            PageBlock block = blocks.removeFirst();
            add(block, blocks.isEmpty() ? footer : NO_FOOTER);
        }
    }

    private void add(PageBlock block, PageFooter footer) {
        switch (block.kind()) {
            case PAPER -> drafts.add(draft(block, footer));
            case TITLE_ALONE ->
                rejections.add(new Rejection(
                        block.line(), IngestSentence.TITLE_ALONE.toPrograms(shortened(block.titleText()))));
            case ABSTRACT_ALONE ->
                rejections.add(new Rejection(
                        block.line(), IngestSentence.ABSTRACT_ALONE.toPrograms(shortened(block.abstractText()))));
            case FURNITURE -> throw new IllegalStateException("furniture is no block");
        }
    }

    private static PaperDraft draft(PageBlock block, PageFooter footer) {
        PaperFacts facts = new PaperFacts(
                block.titleText(),
                block.abstractText(),
                List.of(),
                footer.authorCount(),
                footer.organization(),
                footer.date().date(),
                null,
                footer.date().comments(),
                null,
                List.of(),
                null,
                null,
                null,
                null);
        return new PaperDraft(block.line(), null, null, facts);
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 60)) + "…";
    }
}
