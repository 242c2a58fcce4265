package dev.paperround.paper.source.savedpage;

import dev.paperround.i18n.IngestMessages;
import dev.paperround.i18n.Message;
import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.HumanText;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import dev.paperround.paper.source.savedpage.PageBlock.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads a Daily Papers page that was saved as text. The reader is hand-written because no library knows this format.
 */
public final class SavedPage {
    private static final PageFooter NO_FOOTER = new PageFooter(0, null, null, new PageDate(null, null));

    // A longer run is not one paragraph in narrow lines. It has lost its blank lines.
    private static final int LINES_A_PARAGRAPH = 40;

    // A paper has a title, an abstract, a by-line and a date. The rest is room for narrow lines or a lost by-line.
    private static final int LINES_A_PAPER = 20;

    // This applies to a text that shows no sign of being such a page.
    private static final int MOST_UNTOLD_LINES = 400;

    private final List<PageLine> lines;
    private final LocalDate day;
    private final boolean spaced;
    private final int head;
    private final List<ParsedPaper> drafts = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<PageBlock> papers = new ArrayList<>();
    private boolean footersTell;
    private int illegible;

    private SavedPage(List<PageLine> lines, LocalDate day) {
        this.lines = lines;
        this.day = day;
        spaced = lines.stream().filter(PageLine::afterBlank).count() * LINES_A_PARAGRAPH > lines.size();
        head = PageHead.size(lines, day);
    }

    // A date without a year is the newest such date up to the day of the page.
    // A text with neither the page's heading nor a dated by-line is accepted only if it contains nothing but papers.
    public static ParseResult read(String page, LocalDate day) {
        return new SavedPage(PageLine.of(page), day).read();
    }

    private ParseResult read() {
        if (lines.isEmpty()) {
            return ParseResult.of(List.of(), List.of());
        }
        if (isOften(PageLine::garbled, 4)) {
            return nothing(Message.of(IngestMessages.class, say -> say.controlCharacters()));
        }
        List<Part> parts = parts();
        footersTell = parts.stream().anyMatch(part -> part.footer().isTelling());
        boolean told = head > 0 || footersTell;
        if (isOften(line -> HumanText.isOfMachines(line.text()), isFullOfFooters(parts) ? 2 : 4)
                || !told && lines.size() > MOST_UNTOLD_LINES) {
            return nothing(Message.of(IngestMessages.class, say -> say.noPage()));
        }
        parts.forEach(this::close);
        if (parts.size() > 1) {
            rejectCutAbstract(parts.get(parts.size() - 1).text());
        }
        boolean isPage = told
                ? illegible <= drafts.size()
                : rejections.isEmpty() && papers.stream().allMatch(paper -> paper.standsAlone(papers.size() == 1));
        return isPage
                ? ParseResult.of(drafts, rejections)
                : nothing(Message.of(IngestMessages.class, say -> say.noPage()));
    }

    private ParseResult nothing(Message why) {
        return ParseResult.of(List.of(), List.of(new Rejection(lines.get(0).number(), why)));
    }

    // Source code that quotes a page is not a page.
    private boolean isFullOfFooters(List<Part> parts) {
        return parts.stream().filter(part -> part.footer().isTelling()).count() * LINES_A_PAPER >= lines.size();
    }

    private boolean isOften(Predicate<PageLine> odd, int lineIn) {
        return lines.stream().filter(odd).count() * lineIn > lines.size();
    }

    private record Part(List<PageLine> text, PageFooter footer, int footerLine) {}

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int start = head;
        int index = start;
        while (index < lines.size()) {
            Optional<PageFooter> footer = PageFooter.at(lines, index, index - start, day);
            if (footer.isEmpty()) {
                index++;
                continue;
            }
            parts.add(new Part(
                    lines.subList(start, index), footer.get(), lines.get(index).number()));
            index += footer.get().size();
            start = index;
        }
        int end = start < lines.size() && !parts.isEmpty() ? beforeCutByLine(start) : lines.size();
        parts.add(new Part(lines.subList(start, end), NO_FOOTER, 0));
        return parts;
    }

    private int beforeCutByLine(int start) {
        int last = lines.size() - 1;
        if (last == start || !PageEnd.isPartOfByLine(lines.get(last).text())) {
            return lines.size();
        }
        rejections.add(
                new Rejection(lines.get(last).number(), Message.of(IngestMessages.class, say -> say.byLineCut())));
        return last;
    }

    private void close(Part part) {
        Deque<PageBlock> blocks = PageBlocks.of(part.text(), spaced);
        blocks.removeIf(block -> block.kind() == Kind.FURNITURE);
        if (blocks.isEmpty() && part.footer() != NO_FOOTER) {
            rejections.add(
                    new Rejection(part.footerLine(), Message.of(IngestMessages.class, say -> say.nothingAbove())));
        }
        while (!blocks.isEmpty()) {
            PageBlock block = blocks.removeFirst();
            add(block, blocks.isEmpty() ? part.footer() : NO_FOOTER);
        }
    }

    private void add(PageBlock block, PageFooter footer) {
        switch (block.kind()) {
            case PAPER -> addPaper(block, footer);
            case TITLE_ALONE ->
                rejections.add(new Rejection(
                        block.line(),
                        Message.of(IngestMessages.class, say -> say.titleAlone(shortened(block.titleText())))));
            case ABSTRACT_ALONE ->
                rejections.add(new Rejection(
                        block.line(),
                        Message.of(IngestMessages.class, say -> say.abstractAlone(shortened(block.abstractText())))));
            case FURNITURE -> throw new IllegalStateException("furniture is no block");
        }
    }

    private void addPaper(PageBlock block, PageFooter footer) {
        papers.add(block);
        fault(block)
                .ifPresentOrElse(
                        why -> {
                            illegible++;
                            rejections.add(new Rejection(block.line(), why));
                        },
                        () -> drafts.add(draft(block, footer)));
    }

    private Optional<Message> fault(PageBlock block) {
        if (block.lines().anyMatch(PageLine::garbled)) {
            return Optional.of(Message.of(IngestMessages.class, say -> say.controlCharacters()));
        }
        boolean isWriting = HumanText.isLegible(block.titleText())
                && (footersTell
                        ? HumanText.holdsWord(block.abstractText())
                        : HumanText.isSentence(block.abstractText()));
        return isWriting ? Optional.empty() : Optional.of(Message.of(IngestMessages.class, say -> say.noSentence()));
    }

    // Half an abstract is not a paper, but a whole one without a by-line is.
    private void rejectCutAbstract(List<PageLine> text) {
        ParsedPaper last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
        if (last != null
                && !text.isEmpty()
                && last.position() >= text.get(0).number()
                && PageEnd.isInsideSentence(last.facts().abstractText())) {
            drafts.remove(last);
            rejections.add(new Rejection(
                    last.position(),
                    Message.of(
                            IngestMessages.class,
                            say -> say.abstractCut(shortened(last.facts().title())))));
        }
    }

    private static ParsedPaper draft(PageBlock block, PageFooter footer) {
        PaperMetadata facts = PaperMetadata.of(it -> {
            it.title = block.titleText();
            it.abstractText = block.abstractText();
            it.authorCount = footer.authorCount();
            it.organization = footer.organization();
            it.publishedOn = footer.date().date();
            it.comments = footer.date().comments();
        });
        return new ParsedPaper(block.line(), null, null, facts);
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 60)) + "…";
    }
}
