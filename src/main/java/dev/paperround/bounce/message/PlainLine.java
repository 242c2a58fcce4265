package dev.paperround.bounce.message;

/** Foreign text on one line, as PostgreSQL takes no NUL and no half of a character, and people no pages. */
public final class PlainLine {
    private PlainLine() {}

    public static String of(String text, int longest) {
        var line = text.replaceAll("[\\p{Cntrl}\\s\\p{Cs}]+", " ").strip();
        var end = line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), longest));
        return line.substring(0, end);
    }
}
