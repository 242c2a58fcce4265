package dev.paperround.matching.tex;

/** Converts TeX dashes, quotation marks and ties, and leaves plain hyphens, apostrophes and tildes alone. */
final class TexPunctuation {
    private final TexCursor cursor;
    private final int lastClosingQuotes;
    private int quotesOpen;

    TexPunctuation(TexCursor cursor) {
        this.cursor = cursor;
        this.lastClosingQuotes = cursor.in.lastIndexOf("''");
    }

    void dashes() {
        int end = cursor.at;
        while (end < cursor.in.length() && cursor.in.charAt(end) == '-') {
            end++;
        }
        int run = end - cursor.at;
        boolean blankBefore = cursor.at == 0 || cursor.isBlank(cursor.at - 1);
        boolean option = blankBefore && end < cursor.in.length() && !cursor.isBlank(end);
        boolean arrow = cursor.at > 0 && "<>!=|".indexOf(cursor.in.charAt(cursor.at - 1)) >= 0;
        boolean goesOn = end < cursor.in.length()
                && (cursor.isBlank(end)
                        || cursor.isLetter(end)
                        || "\"'`\\$({[".indexOf(cursor.in.charAt(end)) >= 0
                        || Character.isDigit(cursor.in.charAt(end)));
        boolean dash = !cursor.inMath() && (run == 2 || run == 3) && !option && !arrow && goesOn;
        cursor.put(dash ? (run == 2 ? "–" : "—") : "-".repeat(run), run);
    }

    void quotes(char c) {
        boolean doubled =
                !cursor.inMath() && cursor.follows(String.valueOf(c).repeat(2), cursor.at) && lastClosingQuotes >= 0;
        boolean opens = doubled && c == '`' && cursor.at < lastClosingQuotes && !cursor.follows("```", cursor.at);
        boolean closes = doubled && c == '\'' && quotesOpen > 0;
        quotesOpen += opens ? 1 : closes ? -1 : 0;
        cursor.put(opens ? "“" : closes ? "”" : String.valueOf(c), opens || closes ? 2 : 1);
    }

    boolean isTie() {
        if (cursor.at == 0 || cursor.at + 1 >= cursor.in.length()) {
            return false;
        }
        char before = cursor.in.charAt(cursor.at - 1);
        char after = cursor.in.charAt(cursor.at + 1);
        boolean range = Character.isDigit(before) && Character.isDigit(after);
        return !range
                && (Character.isLetterOrDigit(before) || ".,)}$".indexOf(before) >= 0)
                && (Character.isLetterOrDigit(after) || "\\$(".indexOf(after) >= 0);
    }
}
