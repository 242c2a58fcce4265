package dev.paperround.bounce.message;

/** Puts foreign text on one line of limited length, without the NUL and unpaired surrogates PostgreSQL rejects. */
public final class PlainLine {
    private PlainLine() {}

    public static String of(String text, int longest) {
        var line = text.replaceAll("[\\p{Cntrl}\\s\\p{Cs}]+", " ").strip();
        var end = line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), longest));
        return line.substring(0, end);
    }
}
