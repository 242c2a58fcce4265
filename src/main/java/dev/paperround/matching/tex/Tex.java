package dev.paperround.matching.tex;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Converts the simple TeX in titles and abstracts to readable text. It is hand-written because this TeX is often
 * partial or broken and must still produce text.
 */
public final class Tex {
    private static final Pattern SIGN_OF_TEX = Pattern.compile("[\\\\$~`]|[_^]\\{|--|\\dtimes");

    private Tex() {}

    /** Never fails: unknown TeX is left unchanged. The running time is linear in the length. */
    public static String toText(String text) {
        String readable = SIGN_OF_TEX.matcher(text).find() ? new TexReader(text).read() : text;
        return Normalizer.normalize(readable, Normalizer.Form.NFC);
    }
}
