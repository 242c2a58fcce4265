package dev.paperround.paper.source.savedpage;

import java.util.List;

/**
 * Scores how unlikely a reading of lines is; alternating titles and abstracts cost least. Lengths and looks only matter
 * where that pattern breaks, such as in an abstract of several paragraphs or a block cut in two.
 */
final class BlockCosts {
    static final double NEVER = 1e9;
    private static final double NEW_PARAGRAPH = 3;
    private static final double LIKE_A_TITLE = 4;
    private static final int LONG = 250;

    private final List<PageLine> lines;
    private final boolean spaced;
    private final Look[] looks;
    private final double[] joined;
    private final int[] length;

    BlockCosts(List<PageLine> lines, boolean spaced) {
        this.lines = lines;
        this.spaced = spaced;
        int size = lines.size();
        looks = lines.stream().map(Look::of).toArray(Look[]::new);
        joined = new double[size + 1];
        length = new int[size + 1];
        for (int i = 0; i < size; i++) {
            joined[i + 1] = joined[i] + (i == 0 ? 0 : join(i));
            length[i + 1] = length[i] + lines.get(i).length();
        }
    }

    // Each line is scored in hundreds of readings, so its looks are judged only once.
    private record Look(boolean likeTitle, double titleStart, double titleEnd, double textStart, double textEnd) {
        static Look of(PageLine line) {
            return new Look(
                    line.looksLikeTitle(),
                    (line.continues() ? 1.5 : 0) + (line.isNumber() ? 2 : 0) + (line.isFurniture() ? 3 : 0),
                    (line.text().endsWith(".") ? 0.7 : 0) + (line.announcesMore() ? 4 : 0),
                    line.isNumber() ? 8 : 0,
                    line.endsSentence() ? 0 : 0.5);
        }
    }

    double paper(int start, int body, int end) {
        return title(start, body) + gap(body) + text(body, end);
    }

    double titleAlone(int start, int end) {
        return 4 + title(start, end) + (looks[start].likeTitle() ? 0 : 4);
    }

    double abstractAlone(int start, int end) {
        return (length[end] - length[start] >= LONG ? 5 : 12) + text(start, end);
    }

    double furniture(int index) {
        PageLine line = lines.get(index);
        return line.isFurniture() ? 0.5 : line.isNumber() ? 1 : NEVER;
    }

    // The block begins although nothing closed the one before it.
    double unclosed(int start) {
        return start == 0 ? 0 : 2 + gap(start);
    }

    private double gap(int index) {
        return lines.get(index).afterBlank() || !spaced ? 0 : 1.5;
    }

    private double title(int start, int end) {
        double cost = 0;
        for (int i = start + 1; i < end; i++) {
            if (lines.get(i).afterBlank() || !spaced) {
                return NEVER;
            }
            cost += lines.get(i - 1).length() >= 50 ? 1.5 : 3.5;
        }
        int size = length[end] - length[start];
        return cost + Math.max(0, size - 160) / 30.0 + looks[start].titleStart() + looks[end - 1].titleEnd();
    }

    private double text(int start, int end) {
        int size = length[end] - length[start];
        double cost = joined[end] - joined[start + 1] + looks[start].textStart() + looks[end - 1].textEnd();
        cost += size < 200 ? 1.5 : 0;
        if (looks[start].likeTitle() && looks[start].textEnd() > 0) {
            boolean goesOnInAnother = start + 1 < end && paragraphBreak(start + 1);
            cost += goesOnInAnother ? 6 : start + 1 == end ? 2 : 0;
        }
        return cost;
    }

    private double join(int index) {
        PageLine before = lines.get(index - 1);
        PageLine line = lines.get(index);
        if (line.isNumber() || line.isFurniture()) {
            return NEW_PARAGRAPH + LIKE_A_TITLE;
        }
        if (!paragraphBreak(index)) {
            return before.endsSentence() && looks[index].likeTitle() && !spaced ? NEW_PARAGRAPH + LIKE_A_TITLE : 0.2;
        }
        if (before.announcesMore() || line.continues()) {
            return 1;
        }
        return NEW_PARAGRAPH + (looks[index].likeTitle() || standsLikeTitle(index) ? LIKE_A_TITLE : 0);
    }

    private boolean paragraphBreak(int index) {
        return lines.get(index).afterBlank() || lines.get(index - 1).length() > LONG;
    }

    // Titles are short lines between two long ones.
    private boolean standsLikeTitle(int index) {
        PageLine line = lines.get(index);
        return index + 1 < lines.size()
                && line.length() <= 350
                && line.length()
                        <= 0.4
                                * Math.min(
                                        lines.get(index - 1).length(),
                                        lines.get(index + 1).length())
                && !line.announcesMore();
    }
}
