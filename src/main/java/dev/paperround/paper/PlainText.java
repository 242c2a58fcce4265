package dev.paperround.paper;

import java.util.regex.Pattern;

/** Normalises incoming text to a single line that PostgreSQL can store and that is never blank. */
public final class PlainText {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u0085]+");
    // PostgreSQL rejects NUL. The other characters are invisible and would make equal titles differ.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u200B\\u200E\\u200F\\u2060\\uFEFF\\u00AD&&[^\\s\\u0085]]");

    private PlainText() {}

    // Decodes HTML character references in the text of a source.
    public static String read(String raw) {
        return raw == null ? null : clean(HtmlEntities.decode(raw));
    }

    // Returns null if nothing readable is left.
    public static String clean(String raw) {
        if (raw == null) {
            return null;
        }
        String spaced = SPACE.matcher(INVISIBLE.matcher(raw).replaceAll("")).replaceAll(" ");
        String clean = withoutLoneSurrogates(spaced).strip();
        return clean.isEmpty() ? null : clean;
    }

    private static String withoutLoneSurrogates(String text) {
        if (text.chars().noneMatch(unit -> Character.isSurrogate((char) unit))) {
            return text;
        }
        return text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
