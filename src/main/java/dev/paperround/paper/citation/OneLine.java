package dev.paperround.paper.citation;

import java.util.regex.Pattern;

/** Keeps a value within its line, because a line break would end it in RIS and could start a field of its own. */
final class OneLine {
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\uFEFF]+");

    // These cannot be written in UTF-8.
    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    private OneLine() {}

    static String of(String text) {
        var line = BLANK.matcher(text).replaceAll(" ").strip();
        return HALF_CHARACTER.matcher(line).replaceAll("\uFFFD");
    }
}
