package dev.paperround.matching;

import dev.paperround.language.Said;
import dev.paperround.language.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        if (isShort(prefix.parts().stream().map(Part::spelling).collect(Collectors.joining()))) {
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

    private static Leaf.Text text(Token token, String typed, Optional<Field> scope, boolean prefix, Said problem)
            throws Refused {
        boolean asWritten = token.is(Token.Kind.EXACT_WORD) || token.is(Token.Kind.EXACT_PHRASE);
        boolean name = scope.filter(field -> field == Field.AUTHORS).isPresent();
        List<Word> words = Word.ofTyped(name ? NameKeys.turned(typed) : typed);
        if (words.isEmpty()) {
            throw new Refused(token.position(), problem);
        }
        List<Part> parts = Part.of(words, asWritten);
        // Names typed in capitals are as strict as other words.
        boolean free = parts.stream()
                .allMatch(part -> part.demand() == Part.Demand.ANY_FORM || part.demand() == Part.Demand.NO_FORM);
        List<String> keys = name && free && !prefix ? NameKeys.ofQuery(words) : List.of();
        return new Leaf.Text(scope, parts, prefix, keys);
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
