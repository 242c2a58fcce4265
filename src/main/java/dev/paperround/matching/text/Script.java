package dev.paperround.matching.text;

public final class Script {
    private Script() {}

    // Tests for Chinese, Japanese and Korean characters, between which spaces are missing or carry no meaning.
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
