package dev.paperround.bounce.message;

import dev.paperround.transport.smtp.EnhancedStatus;
import dev.paperround.transport.smtp.SmtpPhase;
import dev.paperround.transport.smtp.SmtpReply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds an SMTP refusal quoted in a text. If {@code isRemote}, another system gave the reply, which counts for more
 * than the words of the reporting system.
 */
record QuotedReply(int at, int code, Optional<EnhancedStatus> status, String text, boolean isRemote) {
    private static final int LONGEST = 600;
    private static final int MOST = 20;
    private static final int LOOKED_BACK = 40;
    private static final String BEFORE = "(?<=^|\\n|[\\s:;(\"'\\[<>=#,])";
    private static final Pattern REPLY = Pattern.compile(
            BEFORE
                    + "([45][0-57]\\d)(?:[ \\t]{0,3}[-,:;][ \\t]{0,3}|\\s{1,40})#?(?:([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.]))?");
    private static final Pattern CODE_ALONE = Pattern.compile("(?<![\\d.])([45]\\.[0-7]\\.\\d{1,3})(?![\\d.])");
    private static final Pattern CODE_INTRODUCED = Pattern.compile(
            "(?:^|\\n|[#(\\[<;=:]|status|code|error|fehler|codice|erreur|dsn)[\\s:=#]{0,4}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTRODUCED = Pattern.compile(
            "(?:^|\\n|[:(\"'\\[<>=#]|errors?|code|status|reply|replied|responded|response|said|answered|reason|returned|"
                    + "with|was|smtp|antwort\\w*|fehler\\w*|codice|erreur|c[oó]digo|返信|応答|错误|код)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BY_ANOTHER = Pattern.compile(
            "(?:<<<|said|replied|responded|response(?: was)?|reason|returned(?: was)?|answered|remote (?:host|server)[^:]*)[:\\s(\"'-]*$",
            Pattern.CASE_INSENSITIVE);
    // A quote ends with its paragraph, or where a line of a transcript or a label begins.
    private static final Pattern END = Pattern.compile("\\n[ \\t>|]*\\n|\\n\\s*(?:>>>|<<<|[A-Z][\\w -]{2,30}:\\s)");

    private static final Pattern COMMAND = Pattern.compile(
            "(MAIL FROM|RCPT TO)|(?:in reply to|after|sending|>>>) (?:end of )?(DATA|EHLO|HELO|AUTH)\\b",
            Pattern.CASE_INSENSITIVE);

    static List<QuotedReply> in(String text) {
        var replies = REPLY.matcher(text)
                .results()
                .filter(it -> it.group(2) != null || isIntroduced(text, it, INTRODUCED))
                .filter(it -> it.group(2) == null || it.group(2).charAt(0) != '2')
                .limit(MOST)
                .map(it -> new QuotedReply(
                        it.start(),
                        Integer.parseInt(it.group(1)),
                        Optional.ofNullable(it.group(2)).flatMap(EnhancedStatus::read),
                        upToTheEnd(text, it.start()),
                        isIntroduced(text, it, BY_ANOTHER)))
                .toList();
        return replies.isEmpty() ? codesAlone(text) : replies;
    }

    // qmail and Exchange write "(#5.1.1)", with the words either before or after it.
    private static List<QuotedReply> codesAlone(String text) {
        return CODE_ALONE
                .matcher(text)
                .results()
                .filter(it -> isIntroduced(text, it, CODE_INTRODUCED))
                .limit(MOST)
                .map(it -> new QuotedReply(
                        it.start(),
                        it.group(1).charAt(0) == '4' ? 450 : 550,
                        EnhancedStatus.read(it.group(1)),
                        paragraph(text, it.start()),
                        false))
                .toList();
    }

    private static boolean isIntroduced(String text, MatchResult match, Pattern by) {
        return by.matcher(text.substring(Math.max(0, match.start() - LOOKED_BACK), match.start()))
                .find();
    }

    private static String upToTheEnd(String text, int from) {
        var rest = text.substring(from, Math.min(text.length(), from + LONGEST));
        return oneLine(END.split(rest, 2)[0]);
    }

    static String paragraph(String text, int at) {
        var before = text.substring(Math.max(0, at - LONGEST), at);
        var gap = before.lastIndexOf("\n\n");
        return oneLine((gap < 0 ? before : before.substring(gap)) + upToTheEnd(text, at));
    }

    // "otherwise" is the report's code, used if the reply has none.
    SmtpReply asReply(Optional<EnhancedStatus> otherwise, Predicate<String> isOurs) {
        return new SmtpReply(code, status.or(() -> otherwise), text, phase(text), isOurs);
    }

    static SmtpPhase phase(String text) {
        return COMMAND.matcher(text)
                .results()
                .reduce((first, last) -> last)
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
                .map(it -> switch (it.toUpperCase(Locale.ROOT)) {
                    case "MAIL FROM" -> SmtpPhase.MAIL;
                    case "RCPT TO" -> SmtpPhase.RCPT;
                    case "DATA" -> SmtpPhase.DATA;
                    case "AUTH" -> SmtpPhase.AUTH;
                    default -> SmtpPhase.HELLO;
                })
                .orElse(SmtpPhase.UNKNOWN);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
