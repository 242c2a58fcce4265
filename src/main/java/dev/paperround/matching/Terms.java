package dev.paperround.matching;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes leaves of words, phrases and comparisons. */
final class Terms {
    private static final Pattern LETTERS_AT_END = Pattern.compile("[\\p{L}\\p{N}\\p{M}\\p{Cf}]$");

    private Terms() {}

    static Leaf word(Token token, Optional<Field> scope) throws Refused {
        String text = token.text();
        int star = text.indexOf('*');
        if (star < 0) {
            return text(
                    token, text, scope, false, "\"" + text + "\" holds no letter or digit to look for." + hint(text));
        }
        String before = text.substring(0, star);
        int starAt = token.position() + before.codePointCount(0, before.length());
        if (star < text.length() - 1) {
            throw new Refused(starAt, "A star can only stand at the end of a word, for example multimod*.");
        }
        if (!LETTERS_AT_END.matcher(before).find() || isShort(before)) {
            throw tooShort(starAt);
        }
        Leaf.Text prefix = text(token, before, scope, true, "There is nothing to look for before this star.");
        // Of a's only the a is looked for.
        if (isShort(String.join("", prefix.words()))) {
            throw tooShort(starAt);
        }
        return prefix;
    }

    private static boolean isShort(String prefix) {
        return prefix.codePoints().filter(Character::isLetterOrDigit).count() < 2;
    }

    private static Refused tooShort(int starAt) {
        return new Refused(starAt, "A star needs at least two letters or digits directly before it, for example mu*.");
    }

    static Leaf phrase(Token token, Optional<Field> scope) throws Refused {
        String problem = token.text().isBlank()
                ? "There is nothing between these quotation marks. Write a phrase, or remove them."
                : "There is no letter or digit to look for between these quotation marks.";
        return text(token, token.text(), scope, false, problem);
    }

    static Leaf upvotes(Token token) {
        int digits = token.text().length();
        while (digits > 0 && Character.isDigit(token.text().charAt(digits - 1))) {
            digits--;
        }
        Comparison comparison =
                Comparison.signed(token.text().substring(0, digits)).orElseThrow();
        return new Leaf.Upvotes(comparison, Integer.parseInt(token.text().substring(digits)));
    }

    private static Leaf.Text text(Token token, String text, Optional<Field> scope, boolean prefix, String problem)
            throws Refused {
        List<String> words = PaperAnalyzer.surfaces(text);
        if (words.isEmpty()) {
            throw new Refused(token.position(), problem);
        }
        return new Leaf.Text(scope, words, prefix);
    }

    private static String hint(String text) {
        return switch (text) {
            case "|", "||" -> " For one or the other, write OR.";
            case "&", "&&" -> " For both, just leave a space.";
            default -> "";
        };
    }
}
