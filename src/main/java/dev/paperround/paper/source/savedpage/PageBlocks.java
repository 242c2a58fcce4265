package dev.paperround.paper.source.savedpage;

import dev.paperround.paper.source.savedpage.PageBlock.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Divides the text above one footer, or between lost footers, into the blocks of the cheapest reading. */
final class PageBlocks {
    private static final int TITLE_LINES = 3;
    private static final int BLOCK_LINES = 80;

    private final List<PageLine> lines;
    private final BlockCosts costs;
    private final double[] best;
    private final Step[] steps;

    private record Step(Kind kind, int start, int body) {}

    private PageBlocks(List<PageLine> lines, boolean spaced) {
        this.lines = lines;
        costs = new BlockCosts(lines, spaced);
        best = new double[lines.size() + 1];
        steps = new Step[lines.size() + 1];
        Arrays.fill(best, Double.MAX_VALUE);
        best[0] = 0;
    }

    static Deque<PageBlock> of(List<PageLine> lines, boolean spaced) {
        return new PageBlocks(lines, spaced).divide();
    }

    private Deque<PageBlock> divide() {
        for (int end = 1; end <= lines.size(); end++) {
            offer(end, new Step(Kind.FURNITURE, end - 1, end), costs.furniture(end - 1));
            for (int start = end - 1; start >= Math.max(0, end - BLOCK_LINES); start--) {
                double opening = costs.unclosed(start);
                for (int body = start + 1; body < end && body <= start + TITLE_LINES; body++) {
                    offer(end, new Step(Kind.PAPER, start, body), opening + costs.paper(start, body, end));
                }
                if (end - start <= TITLE_LINES) {
                    offer(end, new Step(Kind.TITLE_ALONE, start, end), opening + costs.titleAlone(start, end));
                }
                offer(end, new Step(Kind.ABSTRACT_ALONE, start, start), opening + costs.abstractAlone(start, end));
            }
        }
        return blocks();
    }

    private void offer(int end, Step step, double cost) {
        double total = best[step.start()] + cost;
        if (total < best[end]) {
            best[end] = total;
            steps[end] = step;
        }
    }

    private Deque<PageBlock> blocks() {
        Deque<PageBlock> blocks = new ArrayDeque<>();
        for (int end = lines.size(); end > 0; end = steps[end].start()) {
            Step step = steps[end];
            blocks.addFirst(new PageBlock(
                    step.kind(), lines.subList(step.start(), step.body()), lines.subList(step.body(), end)));
        }
        return blocks;
    }
}
