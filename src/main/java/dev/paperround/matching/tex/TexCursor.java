package dev.paperround.matching.tex;

import java.util.HashMap;
import java.util.Map;

/** Tracks the position in a TeX text, the output so far and whether the position is inside a formula. */
final class TexCursor {
    final String in;
    final StringBuilder out;
    final TexLayout layout;
    int at;
    private final Map<Integer, String> braces = new HashMap<>();
    private int mathEnd = -1;
    private int mathDelimiter;

    TexCursor(String in) {
        this.in = in;
        this.out = new StringBuilder(in.length());
        this.layout = new TexLayout(in);
    }

    // Inside a formula, a brace that closes after the formula's end does not count.
    int partner(int open) {
        int close = layout.partner(open);
        return inMath() && close >= mathEnd ? -1 : close;
    }

    void replaceBraces(int open, String opening, String closing) {
        if (in.startsWith("{", open)) {
            braces.put(open, opening);
            if (partner(open) >= 0) {
                braces.put(partner(open), closing);
            }
        }
    }

    String name(int from) {
        int end = from;
        while (end < in.length() && (in.charAt(end) | 32) >= 'a' && (in.charAt(end) | 32) <= 'z') {
            end++;
        }
        return in.substring(Math.min(from, in.length()), end);
    }

    void put(String text, int consumed) {
        out.append(text);
        at += consumed;
    }

    boolean inMath() {
        return mathEnd >= 0;
    }

    boolean isLetter(int index) {
        return index < in.length() && Character.isLetter(in.charAt(index));
    }

    boolean isBlank(int index) {
        return Character.isWhitespace(in.charAt(index));
    }

    void openMath(int delimiter, int end) {
        mathDelimiter = delimiter;
        mathEnd = end;
        at += delimiter;
    }

    boolean isAtMathEnd() {
        return inMath() && at >= mathEnd;
    }

    boolean isMathEnd(int index) {
        return index == mathEnd;
    }

    void closeMath() {
        at = Math.max(at, mathEnd + mathDelimiter);
        mathEnd = -1;
    }

    String insteadOfBrace() {
        return braces.get(at);
    }

    boolean follows(String text, int index) {
        return in.startsWith(text, index);
    }
}
