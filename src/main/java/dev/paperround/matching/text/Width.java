package dev.paperround.matching.text;

import java.text.Normalizer;

public final class Width {
    private static final int SMALL_VOICED_MARK = 0xFF9E;

    private Width() {}

    public static int narrow(int c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return c - 0xFEE0;
        }
        return switch (c) {
            case 0x3000 -> ' ';
            case '「', '」', '『', '』', '｢', '｣' -> '"';
            default -> c;
        };
    }

    // Combines half-width kana with the mark that follows, and returns nothing for that mark itself.
    static String narrowKana(String text, int at) {
        int c = text.codePointAt(at);
        int after = at + Character.charCount(c);
        if (isVoicedMark(c)) {
            return at > 0 && isHalfKana(text.charAt(at - 1))
                    ? ""
                    : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                            .strip();
        }
        boolean marked = after < text.length() && isVoicedMark(text.charAt(after));
        return isHalfKana(c)
                ? Normalizer.normalize(text.substring(at, marked ? after + 1 : after), Normalizer.Form.NFKC)
                : Character.toString(c);
    }

    private static boolean isHalfKana(int c) {
        return c >= 0xFF66 && c < SMALL_VOICED_MARK;
    }

    private static boolean isVoicedMark(int c) {
        return c == SMALL_VOICED_MARK || c == SMALL_VOICED_MARK + 1;
    }
}
