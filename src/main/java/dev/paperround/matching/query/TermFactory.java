package dev.paperround.matching.query;

import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.NameKeys;
import dev.paperround.matching.text.Word;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

public final class TermFactory {
    private static final Pattern LETTERS_AT_END = Pattern.compile("[\\p{L}\\p{N}\\p{M}\\p{Cf}]$");

    private TermFactory() {}

    static QueryTerm word(Token token, Optional<Field> scope) throws RefusedQuery {
        String text = token.text();
        int star = text.indexOf('*');
        if (star < 0) {
            return text(token, text, scope, false, noLetter(text));
        }
        String before = text.substring(0, star);
        int starAt = token.position() + before.codePointCount(0, before.length());
        if (star < text.length() - 1) {
            throw new RefusedQuery(starAt, Message.of(ProblemMessages.class, say -> say.starInside()));
        }
        if (!LETTERS_AT_END.matcher(before).find() || isShort(before)) {
            throw tooShort(starAt);
        }
        QueryTerm.Text prefix =
                text(token, before, scope, true, Message.of(ProblemMessages.class, say -> say.nothingBeforeStar()));
        // A possessive such as "a's" is searched as "a" alone.
        if (isShort(prefix.parts().stream().map(PhrasePart::spelling).collect(Collectors.joining()))) {
            throw tooShort(starAt);
        }
        return prefix;
    }

    private static boolean isShort(String prefix) {
        return prefix.codePoints().filter(Character::isLetterOrDigit).count() < 2;
    }

    private static RefusedQuery tooShort(int starAt) {
        return new RefusedQuery(starAt, Message.of(ProblemMessages.class, say -> say.starTooShort()));
    }

    static QueryTerm phrase(Token token, Optional<Field> scope) throws RefusedQuery {
        Message problem = token.text().isBlank()
                ? Message.of(ProblemMessages.class, say -> say.nothingQuoted())
                : Message.of(ProblemMessages.class, say -> say.noLetterQuoted());
        return text(token, token.text(), scope, false, problem);
    }

    static QueryTerm upvotes(Token token) {
        int digits = token.text().length();
        while (digits > 0 && Character.isDigit(token.text().charAt(digits - 1))) {
            digits--;
        }
        Comparison comparison =
                Comparison.signed(token.text().substring(0, digits)).orElseThrow();
        return new QueryTerm.Upvotes(comparison, Integer.parseInt(token.text().substring(digits)));
    }

    private static QueryTerm.Text text(
            Token token, String typed, Optional<Field> scope, boolean prefix, Message problem) throws RefusedQuery {
        boolean asWritten = token.is(Token.Kind.EXACT_WORD) || token.is(Token.Kind.EXACT_PHRASE);
        boolean name = scope.filter(field -> field == Field.AUTHORS).isPresent();
        List<Word> words = Word.ofTyped(name ? NameKeys.turned(typed) : typed);
        if (words.isEmpty()) {
            throw new RefusedQuery(token.position(), problem);
        }
        List<PhrasePart> parts = PhrasePart.of(words, asWritten);
        // Names typed in capitals are matched as strictly as other words.
        boolean free = parts.stream()
                .allMatch(part ->
                        part.demand() == PhrasePart.Demand.ANY_FORM || part.demand() == PhrasePart.Demand.NO_FORM);
        List<String> keys = name && free && !prefix ? NameKeys.ofQuery(words) : List.of();
        return new QueryTerm.Text(scope, parts, prefix, keys);
    }

    private static Message noLetter(String text) {
        Message said = Message.of(ProblemMessages.class, say -> say.noLetter(text));
        return switch (text) {
            case "|", "||" -> said.and(Message.of(ProblemMessages.class, say -> say.hintOr()));
            case "&", "&&" -> said.and(Message.of(ProblemMessages.class, say -> say.hintAnd()));
            default -> said;
        };
    }
}
