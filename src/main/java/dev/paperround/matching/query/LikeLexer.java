package dev.paperround.matching.query;

import dev.paperround.i18n.Message;
import dev.paperround.i18n.ProblemMessages;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what comes after {@code like:}: a text in quotation marks or a paper's id, and how close papers must be. */
record LikeLexer(Token token, int end) {
    private static final Pattern TEXT =
            Pattern.compile("\\s*([" + Lexer.QUOTES + "])([^" + Lexer.QUOTES + "]*)([" + Lexer.QUOTES + "]?)");
    private static final Pattern PAPER = Pattern.compile("\\s*([^\\s()~" + Lexer.QUOTES + "]+)");
    private static final Pattern REACH = Pattern.compile("~([^\\s()" + Lexer.QUOTES + "]*)");

    // The position is that of the field's name, and from is where the rest begins.
    static LikeLexer of(String rest, int position, int from) throws RefusedQuery {
        Matcher text = TEXT.matcher(rest);
        if (text.lookingAt()) {
            if (text.group(3).isEmpty()) {
                throw new RefusedQuery(
                        from + length(rest, text.start(1)), Message.of(ProblemMessages.class, say -> say.quoteAlone()));
            }
            String sought = text.group(2).strip().replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ");
            if (sought.codePoints().noneMatch(Character::isLetterOrDigit)) {
                throw new RefusedQuery(
                        from + length(rest, text.start(1)),
                        Message.of(ProblemMessages.class, say -> say.likeNothing()));
            }
            return reach(Token.Kind.LIKE_TEXT, sought, rest, text.end(), position, from);
        }
        Matcher paper = PAPER.matcher(rest);
        if (!paper.lookingAt()) {
            throw new RefusedQuery(position, Message.of(ProblemMessages.class, say -> say.likeNothing()));
        }
        return reach(Token.Kind.LIKE_PAPER, paper.group(1), rest, paper.end(), position, from);
    }

    private static LikeLexer reach(Token.Kind kind, String sought, String rest, int end, int position, int from)
            throws RefusedQuery {
        Matcher reach = REACH.matcher(rest).region(end, rest.length());
        if (!reach.lookingAt()) {
            return new LikeLexer(new Token(kind, sought, position), from + length(rest, end));
        }
        Reach named = Reach.named(reach.group(1))
                .orElseThrow(() -> new RefusedQuery(
                        from + length(rest, end), Message.of(ProblemMessages.class, say -> say.likeReach())));
        return new LikeLexer(new Token(kind, sought, position, named), from + length(rest, reach.end()));
    }

    private static int length(String rest, int end) {
        return rest.codePointCount(0, end);
    }
}
