package dev.paperround.matching.tex;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The little TeX that titles and abstracts contain, as readable text. */
public final class Tex {
    private static final Pattern SIGN_OF_TEX = Pattern.compile("[\\\\$~`]|[_^]\\{|--|\\dtimes");

    private Tex() {}

    /** Never fails: what is not understood stays as it is. Takes time in proportion to the length. */
    public static String toText(String text) {
        String readable = SIGN_OF_TEX.matcher(text).find() ? new TexReader(text).read() : text;
        return Normalizer.normalize(readable, Normalizer.Form.NFC);
    }
}
