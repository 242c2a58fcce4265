package dev.paperround.matching;

import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import dev.paperround.matching.index.KnownWords;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.query.Token;
import dev.paperround.matching.query.TypedQuery;
import dev.paperround.matching.text.Abbreviations;
import dev.paperround.matching.text.Abbreviations.Abbreviation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Suggests alternatives to a query, each as a complete query of its own. A query is never changed silently. */
public final class Hints {
    public static final int MOST = 5;

    // Limits an abbreviation's long form when it is typed without quotation marks.
    private static final int LONGEST_RUN = 6;

    public record Hint(Message message, String query) {}

    // from and to count code points.
    private record Piece(String text, int from, int to, boolean single) {}

    private final TypedQuery typed;
    private final Map<String, Message> messages = new LinkedHashMap<>();

    private Hints(TypedQuery typed) {
        this.typed = typed;
    }

    public static Set<String> keys(String query) {
        Set<String> keys = new LinkedHashSet<>();
        TypedQuery.of(query)
                .ifPresent(typed -> pieces(typed).forEach(piece -> keys.add(Abbreviations.key(piece.text()))));
        return keys;
    }

    // Expects the abbreviations that are known for keys(), the most common first.
    public static List<Hint> of(String query, List<Abbreviation> known) {
        return TypedQuery.of(query)
                .map(Hints::new)
                .map(hints -> {
                    hints.or();
                    hints.abbreviations(known);
                    return hints.all();
                })
                .orElse(List.of());
    }

    public static List<Hint> ofSpelling(String query, KnownWords all) {
        return TypedQuery.of(query)
                .map(Hints::new)
                .map(hints -> {
                    hints.capitals(all);
                    hints.spellings(all);
                    return hints.all();
                })
                .orElse(List.of());
    }

    private List<Hint> all() {
        return messages.entrySet().stream()
                .filter(hint -> Query.parse(hint.getKey()).query().isPresent())
                .map(hint -> new Hint(hint.getValue(), hint.getKey()))
                .toList();
    }

    private void or() {
        List<Token> tokens = typed.tokens();
        String changed = typed.text();
        for (int i = tokens.size() - 2; i > 0; i--) {
            Token token = tokens.get(i);
            if (token.is(Token.Kind.WORD) && token.text().equals("or") && isOperandBeside(tokens, i)) {
                int from = changed.offsetByCodePoints(0, token.position());
                changed = changed.substring(0, from) + "OR" + changed.substring(from + 2);
            }
        }
        if (!changed.equals(typed.text())) {
            messages.put(changed, Message.of(ProblemMessages.class, say -> say.meantOr()));
        }
    }

    private static boolean isOperandBeside(List<Token> tokens, int at) {
        boolean before =
                switch (tokens.get(at - 1).kind()) {
                    case WORD, PHRASE, EXACT_WORD, EXACT_PHRASE, UPVOTES, TRENDING, LIKE_TEXT, LIKE_PAPER, CLOSE ->
                        true;
                    default -> false;
                };
        return before
                && switch (tokens.get(at + 1).kind()) {
                    case AND, OR, CLOSE, END -> false;
                    default -> true;
                };
    }

    private void abbreviations(List<Abbreviation> known) {
        for (Piece piece : pieces(typed)) {
            String key = Abbreviations.key(piece.text());
            for (Abbreviation abbreviation : known) {
                if (piece.single() && abbreviation.shortKey().equals(key)) {
                    add(
                            piece,
                            "\"" + plain(abbreviation.longForm()) + "\"",
                            Message.of(
                                    ProblemMessages.class,
                                    say -> say.standsFor(piece.text(), plain(abbreviation.longForm()))));
                    break;
                }
                if (abbreviation.longKey().equals(key) && key.indexOf(' ') > 0) {
                    add(
                            piece,
                            abbreviation.shortForm(),
                            Message.of(
                                    ProblemMessages.class,
                                    say -> say.isAbbreviated(piece.text(), abbreviation.shortForm())));
                    break;
                }
            }
        }
    }

    private static String plain(String longForm) {
        return longForm.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private void capitals(KnownWords all) {
        for (Piece piece : pieces(typed)) {
            String small = piece.text().toLowerCase(Locale.ROOT);
            boolean missing = piece.single() && isInCapitals(piece.text()) && !isFound(piece.text(), all);
            if (missing && isFound(small, all)) {
                add(piece, small, Message.of(ProblemMessages.class, say -> say.onlySmall(piece.text(), small)));
            }
        }
    }

    private static boolean isInCapitals(String text) {
        return text.codePoints().filter(Character::isUpperCase).count() > 1;
    }

    private void spellings(KnownWords all) {
        if (Query.parse(typed.text()).query().isEmpty() || isFound(typed.text(), all)) {
            return;
        }
        for (Piece piece : pieces(typed)) {
            String small = piece.text().toLowerCase(Locale.ROOT);
            if (piece.single() && !isFound(piece.text(), all) && !isFound(small, all)) {
                all.nearSpelling(small)
                        .ifPresent(near -> add(
                                piece,
                                near,
                                Message.of(ProblemMessages.class, say -> say.nearSpelling(piece.text(), near))));
            }
        }
    }

    private static boolean isFound(String text, KnownWords papers) {
        return Query.parse(text).query().filter(papers::finds).isPresent();
    }

    private void add(Piece piece, String other, Message message) {
        messages.put(typed.with(piece.from(), piece.to(), other), message);
    }

    private static List<Piece> pieces(TypedQuery typed) {
        List<Piece> pieces = new ArrayList<>();
        List<Token> tokens = typed.tokens();
        for (int i = 0; i < tokens.size() - 1; i++) {
            Token token = tokens.get(i);
            if (typed.isExcluded(i)) {
                continue;
            }
            if (token.is(Token.Kind.PHRASE)) {
                pieces.add(new Piece(token.text(), token.position(), typed.end(i), false));
            } else if (token.is(Token.Kind.WORD) && token.text().indexOf('*') < 0) {
                pieces.add(new Piece(token.text(), token.position(), typed.end(i), true));
                StringBuilder run = new StringBuilder(token.text());
                boolean inField = i > 0 && tokens.get(i - 1).is(Token.Kind.FIELD);
                for (int last = i + 1;
                        !inField && last < i + LONGEST_RUN && tokens.get(last).is(Token.Kind.WORD);
                        last++) {
                    run.append(' ').append(tokens.get(last).text());
                    pieces.add(new Piece(run.toString(), token.position(), typed.end(last), false));
                }
            }
        }
        return pieces;
    }
}
