package dev.paperround.paper;

import java.util.List;

/**
 * How unlikely a reading of lines is. The order title, abstract, title, abstract costs least; lengths and the look of a
 * line matter only where that order does not come out even: an abstract of several paragraphs, a block cut in two.
 */
final class BlockCosts {
    static final double NEVER = 1e9;
    private static final double NEW_PARAGRAPH = 3;
    private static final double LIKE_A_TITLE = 4;
    private static final int LONG = 250;

    private final List<PageLine> lines;
    private final boolean spaced;
    // A line is weighed in hundreds of readings, so its looks are judged once.
    private final boolean[] likeTitle;
    private final double[] titleStart;
    private final double[] titleEnd;
    private final double[] textStart;
    private final double[] textEnd;
    private final double[] joined;
    private final int[] length;

    BlockCosts(List<PageLine> lines, boolean spaced) {
        this.lines = lines;
        this.spaced = spaced;
        int size = lines.size();
        likeTitle = new boolean[size];
        titleStart = new double[size];
        titleEnd = new double[size];
        textStart = new double[size];
        textEnd = new double[size];
        joined = new double[size + 1];
        length = new int[size + 1];
        for (int i = 0; i < size; i++) {
            weigh(i, lines.get(i));
        }
        for (int i = 0; i < size; i++) {
            joined[i + 1] = joined[i] + (i == 0 ? 0 : join(i));
            length[i + 1] = length[i] + lines.get(i).length();
        }
    }

    private void weigh(int index, PageLine line) {
        likeTitle[index] = line.looksLikeTitle();
        titleStart[index] = (line.continues() ? 1.5 : 0) + (line.isNumber() ? 2 : 0) + (line.isFurniture() ? 3 : 0);
        titleEnd[index] = (line.text().endsWith(".") ? 0.7 : 0) + (line.announcesMore() ? 4 : 0);
        textStart[index] = line.isNumber() ? 8 : 0;
        textEnd[index] = line.endsSentence() ? 0 : 0.5;
    }

    double paper(int start, int body, int end) {
        return title(start, body) + gap(body) + text(body, end);
    }

    double titleAlone(int start, int end) {
        return 4 + title(start, end) + (likeTitle[start] ? 0 : 4);
    }

    double abstractAlone(int start, int end) {
        return (length[end] - length[start] >= LONG ? 5 : 12) + text(start, end);
    }

    double furniture(int index) {
        PageLine line = lines.get(index);
        return line.isFurniture() ? 0.5 : line.isNumber() ? 1 : NEVER;
    }

    /** A block that begins though nothing closed the one before. */
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
        return cost + Math.max(0, size - 160) / 30.0 + titleStart[start] + titleEnd[end - 1];
    }

    private double text(int start, int end) {
        int size = length[end] - length[start];
        double cost = joined[end] - joined[start + 1] + textStart[start] + textEnd[end - 1];
        cost += size < 200 ? 1.5 : 0;
        if (likeTitle[start] && textEnd[start] > 0) {
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
            return before.endsSentence() && likeTitle[index] && !spaced ? NEW_PARAGRAPH + LIKE_A_TITLE : 0.2;
        }
        if (before.announcesMore() || line.continues()) {
            return 1;
        }
        return NEW_PARAGRAPH + (likeTitle[index] || standsLikeTitle(index) ? LIKE_A_TITLE : 0);
    }

    private boolean paragraphBreak(int index) {
        return lines.get(index).afterBlank() || lines.get(index - 1).length() > LONG;
    }

    /** Short between two long ones. */
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
