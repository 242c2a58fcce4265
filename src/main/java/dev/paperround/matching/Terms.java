package dev.paperround.matching;

import dev.paperround.language.Said;
import dev.paperround.language.Sentence;
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
            return text(token, text, scope, false, noLetter(text));
        }
        String before = text.substring(0, star);
        int starAt = token.position() + before.codePointCount(0, before.length());
        if (star < text.length() - 1) {
            throw new Refused(starAt, Sentence.STAR_INSIDE);
        }
        if (!LETTERS_AT_END.matcher(before).find() || isShort(before)) {
            throw tooShort(starAt);
        }
        Leaf.Text prefix = text(token, before, scope, true, Said.of(Sentence.NOTHING_BEFORE_STAR));
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
        return new Refused(starAt, Sentence.STAR_TOO_SHORT);
    }

    static Leaf phrase(Token token, Optional<Field> scope) throws Refused {
        Said problem = Said.of(token.text().isBlank() ? Sentence.NOTHING_QUOTED : Sentence.NO_LETTER_QUOTED);
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

    private static Leaf.Text text(Token token, String text, Optional<Field> scope, boolean prefix, Said problem)
            throws Refused {
        List<String> words = PaperAnalyzer.surfaces(text);
        if (words.isEmpty()) {
            throw new Refused(token.position(), problem);
        }
        return new Leaf.Text(scope, words, prefix);
    }

    private static Said noLetter(String text) {
        Said said = Said.of(Sentence.NO_LETTER, text);
        return switch (text) {
            case "|", "||" -> said.and(Said.of(Sentence.HINT_OR));
            case "&", "&&" -> said.and(Said.of(Sentence.HINT_AND));
            default -> said;
        };
    }
}
