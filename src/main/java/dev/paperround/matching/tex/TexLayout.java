package dev.paperround.matching.tex;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;

/** Pairs the braces and dollar signs of a text in a single pass. */
final class TexLayout {
    private static final Pattern MATH_CHARACTER = Pattern.compile("[\\\\^_{}]");
    private static final Pattern PROSE = Pattern.compile("\\p{L}{4,}");
    private static final Pattern WORD_BEHIND_SPACE = Pattern.compile("\\s\\p{L}{2,}");

    private final String in;
    private final int[] partners;
    private final int[] nextDollars;
    private boolean displayUnclosed;

    TexLayout(String in) {
        this.in = in;
        partners = new int[in.length()];
        nextDollars = new int[in.length()];
        Arrays.fill(partners, -1);
        Arrays.fill(nextDollars, -1);
        int lastDollar = -1;
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < in.length(); i++) {
            switch (in.charAt(i)) {
                case '\\' -> i++;
                case '{' -> open.push(i);
                case '}' -> {
                    if (!open.isEmpty()) {
                        partners[open.peek()] = i;
                        partners[i] = open.pop();
                    }
                }
                case '$' -> {
                    if (lastDollar >= 0) {
                        nextDollars[lastDollar] = i;
                    }
                    lastDollar = i;
                }
                default -> {}
            }
        }
    }

    int partner(int open) {
        return open < in.length() && in.charAt(open) == '{' ? partners[open] : -1;
    }

    boolean isPaired(int brace) {
        return partners[brace] >= 0;
    }

    // Returns the end of the formula that opens at the given position, or -1 if the dollar sign is literal.
    int mathEnd(int at) {
        if (in.startsWith("$$", at)) {
            int end = displayUnclosed ? -1 : in.indexOf("$$", at + 2);
            displayUnclosed = end < 0;
            return end > at + 2 ? end : -1;
        }
        int end = nextDollars[at];
        if (end <= at + 1 || Character.isWhitespace(in.charAt(at + 1)) || Character.isWhitespace(in.charAt(end - 1))) {
            return -1;
        }
        boolean amountFollows = end + 1 < in.length() && Character.isDigit(in.charAt(end + 1));
        return amountFollows || !isPlausible(in.substring(at + 1, end)) ? -1 : end;
    }

    private static boolean isPlausible(String formula) {
        boolean amount = Character.isDigit(formula.charAt(0)) && formula.indexOf('\\') < 0;
        if (amount && WORD_BEHIND_SPACE.matcher(formula).find()) {
            return false;
        }
        return MATH_CHARACTER.matcher(formula).find() || !PROSE.matcher(formula).find();
    }
}
