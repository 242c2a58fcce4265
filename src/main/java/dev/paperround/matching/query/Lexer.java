package dev.paperround.matching.query;

import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import dev.paperround.matching.text.Field;
import dev.paperround.matching.text.Script;
import dev.paperround.matching.text.Width;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a query into tokens, and refuses unmatched quotes and brackets and unknown fields. */
final class Lexer {
    // Phones and word processors produce these instead of straight quotes. Which one opens depends on the language.
    static final String QUOTES = "\"“”„‟«»";

    private static final Pattern FIELD_NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]*:");
    private static final Pattern UPVOTES = Pattern.compile("\\s*([<>=≤≥]*)\\s*([^\\s()]*)");

    private static final Pattern NUMBER = Pattern.compile("\\s*([^\\s()]*)");

    private final int[] codePoints;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        codePoints = text.codePoints().map(Width::narrow).toArray();
    }

    static List<Token> tokens(String text) throws RefusedQuery {
        return new Lexer(text).run();
    }

    private List<Token> run() throws RefusedQuery {
        while (at < codePoints.length) {
            int c = codePoints[at];
            if (isBlank(c)) {
                at++;
            } else if (c == '(' || c == ')') {
                add(c == '(' ? Token.Kind.OPEN : Token.Kind.CLOSE, "", at);
                at++;
            } else if (isQuote(c)) {
                phrase(Token.Kind.PHRASE, at);
            } else if (c == '=') {
                exact();
            } else if (Script.isDash(c)) {
                minus();
            } else {
                word();
            }
        }
        add(Token.Kind.END, "", codePoints.length);
        checkBrackets();
        return tokens;
    }

    private void phrase(Token.Kind kind, int start) throws RefusedQuery {
        int quote = at++;
        while (at < codePoints.length && !isQuote(codePoints[at])) {
            at++;
        }
        if (at == codePoints.length) {
            throw new RefusedQuery(quote, Message.of(ProblemMessages.class, say -> say.quoteAlone()));
        }
        add(kind, text(quote + 1, at), start);
        at++;
    }

    private void exact() throws RefusedQuery {
        int start = at;
        while (at < codePoints.length && codePoints[at] == '=') {
            at++;
        }
        if (at < codePoints.length && isQuote(codePoints[at])) {
            phrase(Token.Kind.EXACT_PHRASE, start);
            return;
        }
        while (at < codePoints.length && !endsWord(codePoints[at])) {
            at++;
        }
        add(Token.Kind.EXACT_WORD, text(start, at), start);
    }

    private void minus() throws RefusedQuery {
        int start = at++;
        if (at == codePoints.length || isBlank(codePoints[at])) {
            throw new RefusedQuery(start, Message.of(ProblemMessages.class, say -> say.minusAlone()));
        }
        add(Token.Kind.MINUS, "", start);
    }

    private void word() throws RefusedQuery {
        int start = at;
        while (at < codePoints.length && !endsWord(codePoints[at])) {
            at++;
        }
        String word = text(start, at);
        Matcher name = FIELD_NAME.matcher(word);
        if (name.lookingAt()) {
            at = start + word.codePointCount(0, name.end());
            field(word.substring(0, name.end() - 1), start);
            return;
        }
        switch (word) {
            case "AND" -> add(Token.Kind.AND, word, start);
            case "OR" -> add(Token.Kind.OR, word, start);
            case "NOT" -> add(Token.Kind.NOT, word, start);
            default -> add(Token.Kind.WORD, word, start);
        }
    }

    private void field(String name, int start) throws RefusedQuery {
        Optional<Field> field = Field.named(name);
        if (field.isPresent()) {
            add(Token.Kind.FIELD, name, start);
        } else if (name.equalsIgnoreCase(Field.UPVOTES)) {
            upvotes(start);
        } else if (name.equalsIgnoreCase(Field.TRENDING)) {
            trending(start);
        } else if (name.equalsIgnoreCase(Field.LIKE)) {
            LikeLexer like = LikeLexer.of(text(at, codePoints.length), start, at);
            tokens.add(like.token());
            at = like.end();
        } else {
            throw new RefusedQuery(start, Message.of(ProblemMessages.class, say -> say.noSuchField(name)));
        }
    }

    private void upvotes(int start) throws RefusedQuery {
        String rest = text(at, codePoints.length);
        Matcher matcher = UPVOTES.matcher(rest);
        matcher.lookingAt();
        String sign = matcher.group(1);
        String number = matcher.group(2);
        int numberAt = at + rest.codePointCount(0, matcher.start(2));
        if (sign.isEmpty() && number.matches("[0-9]{1,9}")) {
            throw new RefusedQuery(numberAt, Message.of(ProblemMessages.class, say -> say.upvotesWithoutSign(number)));
        }
        if (Comparison.signed(sign).isEmpty()) {
            throw new RefusedQuery(at, Message.of(ProblemMessages.class, say -> say.upvotesSign()));
        }
        if (!number.matches("[0-9]{1,9}")) {
            throw new RefusedQuery(numberAt, Message.of(ProblemMessages.class, say -> say.upvotesNumber()));
        }
        add(Token.Kind.UPVOTES, sign + number, start);
        at += rest.codePointCount(0, matcher.end());
    }

    private void trending(int start) throws RefusedQuery {
        String rest = text(at, codePoints.length);
        Matcher matcher = NUMBER.matcher(rest);
        matcher.lookingAt();
        String number = matcher.group(1);
        int value = number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
        if (value < 1 || value > QueryTerm.Trending.MOST) {
            throw new RefusedQuery(
                    at + rest.codePointCount(0, matcher.start(1)),
                    Message.of(ProblemMessages.class, say -> say.trendingNumber(QueryTerm.Trending.MOST)));
        }
        add(Token.Kind.TRENDING, Integer.toString(value), start);
        at += rest.codePointCount(0, matcher.end());
    }

    private void checkBrackets() throws RefusedQuery {
        Deque<Integer> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (token.is(Token.Kind.OPEN)) {
                open.addLast(token.position());
            } else if (token.is(Token.Kind.CLOSE) && open.pollLast() == null) {
                throw new RefusedQuery(
                        token.position(), Message.of(ProblemMessages.class, say -> say.bracketNotOpened()));
            }
        }
        if (!open.isEmpty()) {
            throw new RefusedQuery(open.peekFirst(), Message.of(ProblemMessages.class, say -> say.bracketNotClosed()));
        }
    }

    private void add(Token.Kind kind, String text, int position) {
        tokens.add(new Token(kind, text, position));
    }

    private String text(int from, int to) {
        return new String(codePoints, from, to - from);
    }

    private static boolean endsWord(int c) {
        return c == '(' || c == ')' || isQuote(c) || isSpace(c);
    }

    // Copied text can carry invisible characters, which must not hide the minus that follows them.
    private static boolean isBlank(int c) {
        return isSpace(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    static boolean isQuote(int c) {
        return QUOTES.indexOf(c) >= 0;
    }
}
