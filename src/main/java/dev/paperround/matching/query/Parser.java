package dev.paperround.matching.query;

import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import dev.paperround.matching.text.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Parses the query language by recursive descent; OR binds weakest, then AND (explicit or implied), then NOT and minus.
 * It is hand-written so that every refusal can point at the position to correct.
 */
final class Parser {
    private final List<Token> tokens;
    private int at;
    private Optional<Field> scope = Optional.empty();

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Query parse(String text) throws RefusedQuery {
        int length = text.codePointCount(0, text.length());
        if (length > Query.MAX_LENGTH) {
            throw new RefusedQuery(
                    Query.MAX_LENGTH,
                    Message.of(ProblemMessages.class, say -> say.queryTooLong(Query.MAX_LENGTH, length)));
        }
        Parser parser = new Parser(Lexer.tokens(text));
        if (parser.peek().is(Token.Kind.END)) {
            throw new RefusedQuery(0, Message.of(ProblemMessages.class, say -> say.queryEmpty()));
        }
        Query query = new Query(parser.anyOf(), text);
        if (query.positiveLeaves().isEmpty()) {
            throw new RefusedQuery(
                    parser.tokens.get(0).position(), Message.of(ProblemMessages.class, say -> say.onlyExcludes()));
        }
        return query;
    }

    private Node anyOf() throws RefusedQuery {
        List<Node> parts = new ArrayList<>(List.of(allOf()));
        while (peek().is(Token.Kind.OR)) {
            requireRightSide(next());
            parts.add(allOf());
        }
        return Node.or(parts);
    }

    private Node allOf() throws RefusedQuery {
        List<Node> parts = new ArrayList<>();
        do {
            if (!parts.isEmpty() && peek().is(Token.Kind.AND)) {
                requireRightSide(next());
            }
            parts.add(negatable());
        } while (!endsAllOf(peek()));
        return Node.and(parts);
    }

    private Node negatable() throws RefusedQuery {
        boolean negated = false;
        while (peek().is(Token.Kind.NOT) || peek().is(Token.Kind.MINUS)) {
            Token operator = next();
            if (isOperand(peek())) {
                negated = !negated;
            } else {
                throw new RefusedQuery(
                        operator.position(),
                        operator.is(Token.Kind.NOT)
                                ? Message.of(ProblemMessages.class, say -> say.notWithoutRight())
                                : Message.of(ProblemMessages.class, say -> say.minusWithoutRight()));
            }
        }
        Node operand = operand();
        return negated ? Node.not(operand) : operand;
    }

    private Node operand() throws RefusedQuery {
        Token token = next();
        return switch (token.kind()) {
            case WORD, EXACT_WORD -> TermFactory.word(token, scope);
            case PHRASE, EXACT_PHRASE -> TermFactory.phrase(token, scope);
            case UPVOTES -> {
                refuseInField(token, "upvotes:");
                yield TermFactory.upvotes(token);
            }
            case TRENDING -> {
                refuseInField(token, "trending:");
                yield new QueryTerm.Trending(Integer.parseInt(token.text()));
            }
            case LIKE_TEXT, LIKE_PAPER -> {
                refuseInField(token, "like:");
                yield like(token);
            }
            case FIELD -> inField(token);
            case OPEN -> group(token);
            case AND, OR ->
                throw new RefusedQuery(
                        token.position(),
                        Message.of(
                                ProblemMessages.class,
                                say -> say.nothingOnLeft(
                                        token.text(), token.text().toLowerCase(Locale.ROOT))));
            default -> throw new IllegalStateException("not an operand: " + token);
        };
    }

    private Node like(Token token) throws RefusedQuery {
        QueryTerm.Like like = new QueryTerm.Like(token.text(), token.is(Token.Kind.LIKE_PAPER), token.reach());
        Optional<Message> refusal = Query.likes().refusal(like);
        if (refusal.isPresent()) {
            throw new RefusedQuery(token.position(), refusal.get());
        }
        return like;
    }

    private Node inField(Token name) throws RefusedQuery {
        refuseInField(name, name.text() + ":");
        switch (peek().kind()) {
            case WORD, PHRASE, EXACT_WORD, EXACT_PHRASE, OPEN, FIELD, UPVOTES, TRENDING, LIKE_TEXT, LIKE_PAPER -> {}
            case MINUS ->
                throw new RefusedQuery(
                        peek().position(), Message.of(ProblemMessages.class, say -> say.minusAfterField(name.text())));
            default ->
                throw new RefusedQuery(
                        name.position(), Message.of(ProblemMessages.class, say -> say.fieldWithoutWord(name.text())));
        }
        scope = Field.named(name.text());
        Node operand = operand();
        scope = Optional.empty();
        return operand;
    }

    private void refuseInField(Token token, String name) throws RefusedQuery {
        if (scope.isPresent()) {
            throw new RefusedQuery(
                    token.position(),
                    Message.of(
                            ProblemMessages.class,
                            say -> say.fieldInField(name, scope.get().queryName())));
        }
    }

    private Node group(Token open) throws RefusedQuery {
        if (peek().is(Token.Kind.CLOSE)) {
            throw new RefusedQuery(open.position(), Message.of(ProblemMessages.class, say -> say.emptyBrackets()));
        }
        Node inside = anyOf();
        next();
        return inside;
    }

    private void requireRightSide(Token operator) throws RefusedQuery {
        if (!isOperand(peek())) {
            throw new RefusedQuery(
                    operator.position(), Message.of(ProblemMessages.class, say -> say.nothingOnRight(operator.text())));
        }
    }

    private static boolean isOperand(Token token) {
        return switch (token.kind()) {
            case WORD,
                    PHRASE,
                    EXACT_WORD,
                    EXACT_PHRASE,
                    FIELD,
                    UPVOTES,
                    TRENDING,
                    LIKE_TEXT,
                    LIKE_PAPER,
                    NOT,
                    MINUS,
                    OPEN -> true;
            case AND, OR, CLOSE, END -> false;
        };
    }

    private static boolean endsAllOf(Token token) {
        return token.is(Token.Kind.OR) || token.is(Token.Kind.CLOSE) || token.is(Token.Kind.END);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at++);
    }
}
