package dev.paperround.matching.text;

/** How writing systems set their words apart. */
public final class Script {
    private Script() {}

    /** Of Chinese, Japanese and Korean: written without spaces, or with spaces that do not matter. */
    static boolean isIdeographic(int c) {
        if (c < 0x1100) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> Character.isLetterOrDigit(c);
            default -> c == 'ー' || c == 'ｰ' || c == 'ﾞ' || c == 'ﾟ';
        };
    }

    public static boolean isDash(int c) {
        return c == '-' || Character.getType(c) == Character.DASH_PUNCTUATION || "−⁃˗⁻₋➖".indexOf(c) >= 0;
    }
}
