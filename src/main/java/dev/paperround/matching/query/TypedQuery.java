package dev.paperround.matching.query;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Keeps a query as it was typed, so that one piece can be replaced and the rest left unchanged. */
public final class TypedQuery {
    private final String text;
    private final List<Token> tokens;
    private final BitSet excluded = new BitSet();

    private TypedQuery(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        exclude();
    }

    public static Optional<TypedQuery> of(String text) {
        try {
            return Optional.of(new TypedQuery(text, Lexer.tokens(text)));
        } catch (RefusedQuery refused) {
            // The refusal already explains the problem.
            return Optional.empty();
        }
    }

    public String text() {
        return text;
    }

    public List<Token> tokens() {
        return tokens;
    }

    public boolean isExcluded(int token) {
        return excluded.get(token);
    }

    public int end(int token) {
        int next = tokens.get(token + 1).position();
        int from = text.offsetByCodePoints(0, tokens.get(token).position());
        String piece = text.substring(from, text.offsetByCodePoints(0, next)).stripTrailing();
        return tokens.get(token).position() + piece.codePointCount(0, piece.length());
    }

    public String with(int from, int to, String other) {
        int start = text.offsetByCodePoints(0, from);
        int end = text.offsetByCodePoints(0, to);
        String piece = text.substring(start, end);
        boolean several = piece.indexOf(' ') > 0 && !Query.isQuote(piece.codePointAt(0));
        boolean all = start == 0 && end == text.length();
        String either = (several ? "(" + piece + ")" : piece) + " OR " + other;
        return text.substring(0, start) + (all ? either : "(" + either + ")") + text.substring(end);
    }

    private void exclude() {
        Deque<Boolean> groups = new ArrayDeque<>(List.of(false));
        boolean negated = false;
        for (int i = 0; i < tokens.size(); i++) {
            excluded.set(i, groups.peek() ^ negated);
            switch (tokens.get(i).kind()) {
                case MINUS, NOT -> negated = !negated;
                case FIELD -> {}
                case OPEN -> {
                    groups.push(groups.peek() ^ negated);
                    negated = false;
                }
                case CLOSE -> groups.pop();
                default -> negated = false;
            }
        }
    }
}
