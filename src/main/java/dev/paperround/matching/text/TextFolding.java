package dev.paperround.matching.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Normalizes text for comparison to lower case, without accents, ligatures or punctuation. It keeps the original
 * position of each character.
 */
final class TextFolding {
    // Runs from alpha to omega, and the second sigma is the final one.
    private static final String[] GREEK = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    private final String source;
    private final StringBuilder text;
    private int[] offsets;

    private TextFolding(String source) {
        this.source = source;
        this.text = new StringBuilder(source.length() + 16);
        this.offsets = new int[source.length() + 16];
    }

    static TextFolding of(String composed) {
        TextFolding folding = new TextFolding(composed);
        int c;
        for (int i = 0; i < composed.length(); i += Character.charCount(c)) {
            c = composed.codePointAt(i);
            folding.fold(c, i);
        }
        return folding;
    }

    String text() {
        return text.toString();
    }

    int sourceOffset(int offset) {
        return offset >= text.length() ? source.length() : offsets[offset];
    }

    private void append(char piece, int from) {
        if (text.length() == offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2 + 1);
        }
        offsets[text.length()] = from;
        text.append(piece);
    }

    private void append(String piece, int from) {
        if (text.length() + piece.length() > offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2 + piece.length());
        }
        for (int i = 0; i < piece.length(); i++) {
            offsets[text.length()] = from;
            text.append(piece.charAt(i));
        }
    }

    private void fold(int original, int at) {
        if (original >= 'a' && original <= 'z' || original >= '0' && original <= '9' || original == ' ') {
            append((char) original, at);
            return;
        }
        if (original >= 'A' && original <= 'Z') {
            append((char) (original + 'a' - 'A'), at);
            return;
        }
        int after = at + Character.charCount(original);
        int c = Width.narrow(original);
        if (c == '+' || c == '#') {
            append(symbol(c, at, after), at);
        } else if (Script.isIdeographic(c) || isPicture(c)) {
            // Each character is a word of its own, because spaces are missing or carry no meaning in these scripts.
            String kana = Width.narrowKana(source, at);
            append(kana.isEmpty() ? "" : " " + kana, at);
            append(" ", after);
        } else {
            append(folded(c, at), at);
        }
    }

    private String folded(int c, int at) {
        int type = Character.getType(c);
        if (type == Character.FORMAT) {
            return "";
        }
        if (c == '.' || c == ',') {
            return isBetween(at, TextFolding::isDigit) ? Character.toString(c) : " ";
        }
        if (c == '\'' || c == '’' || c == 'ʼ') {
            return isBetween(at, Character::isLetter) ? "'" : " ";
        }
        if (c == '^') {
            // x^2 and x² must compare as equal.
            return isBetween(at, Character::isLetterOrDigit) ? "" : " ";
        }
        if (c == '_' && isSubscript(at)) {
            return "";
        }
        if (isNoWord(c)) {
            return " ";
        }
        return isSingleGreek(c, at) ? greekName(c) : plain(c);
    }

    // Keeps the signs at the end of names such as C++, C# and LoRA+.
    private String symbol(int c, int at, int after) {
        int before = at == 0 ? ' ' : Width.narrow(source.codePointBefore(at));
        int next = after == source.length() ? ' ' : Width.narrow(source.codePointAt(after));
        if (c == '#') {
            boolean alone = at < 2 || !Character.isLetterOrDigit(source.charAt(at - 2));
            return alone && Character.isLetter(before) && !Character.isLetterOrDigit(next) ? "#" : " ";
        }
        int beforePlus = before == '+' && at > 1 ? Width.narrow(source.codePointBefore(at - 1)) : ' ';
        boolean second = Character.isLetterOrDigit(beforePlus);
        if (second) {
            return Character.isLetterOrDigit(next) ? "+ " : "+";
        }
        boolean first = Character.isLetterOrDigit(before);
        return first && !Character.isLetterOrDigit(next) ? "+" : " ";
    }

    private static boolean isDigit(int c) {
        return Character.isDigit(c) || Character.getType(c) == Character.OTHER_NUMBER;
    }

    private boolean isBetween(int at, IntPredicate kind) {
        int after = at + Character.charCount(source.codePointAt(at));
        return at > 0
                && after < source.length()
                && kind.test(source.codePointBefore(at))
                && kind.test(source.codePointAt(after));
    }

    // x_i must equal xᵢ, but snake_case is two words.
    private boolean isSubscript(int at) {
        return isBetween(at, Character::isLetterOrDigit)
                && Character.isLetter(source.charAt(at - 1))
                && (at < 2 || !Character.isLetterOrDigit(source.charAt(at - 2)))
                && (at + 2 >= source.length() || !Character.isLetterOrDigit(source.charAt(at + 2)));
    }

    // Inside a Greek word this is an ordinary letter. Alone or next to Latin letters it is a symbol with a name.
    private boolean isSingleGreek(int c, int at) {
        int after = at + Character.charCount(c);
        return !greekName(c).isEmpty()
                && !(at > 0 && isGreek(source.codePointBefore(at)))
                && !(after < source.length() && isGreek(source.codePointAt(after)));
    }

    private static boolean isGreek(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.GREEK;
    }

    private static String greekName(int c) {
        if (c < 0x80) {
            return "";
        }
        String plain = plain(c);
        int index = plain.length() == 1 ? plain.charAt(0) - 'α' : -1;
        return index >= 0 && index < GREEK.length ? GREEK[index] : "";
    }

    private static String plain(int c) {
        String character = Character.toString(c);
        if (c < 0x80) {
            return character.toLowerCase(Locale.ROOT);
        }
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN, GREEK, CYRILLIC, COMMON, INHERITED -> withoutAccents(character);
            default -> character.toLowerCase(Locale.ROOT);
        };
    }

    private static String withoutAccents(String character) {
        StringBuilder bare = new StringBuilder();
        Normalizer.normalize(character, Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> c < 0x300 || c > 0x36F)
                .forEach(bare::appendCodePoint);
        char[] folded = new char[bare.length() * 4];
        int length = ASCIIFoldingFilter.foldToASCII(bare.toString().toCharArray(), 0, folded, 0, bare.length());
        StringBuilder lower = new StringBuilder();
        new String(folded, 0, length)
                .codePoints()
                .map(Character::toLowerCase)
                .map(c -> isNoWord(c) ? ' ' : c)
                .forEach(lower::appendCodePoint);
        return lower.toString();
    }

    private static boolean isNoWord(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> !isPicture(c);
        };
    }

    private static boolean isPicture(int c) {
        return Character.isSupplementaryCodePoint(c) && Character.getType(c) == Character.OTHER_SYMBOL;
    }
}
