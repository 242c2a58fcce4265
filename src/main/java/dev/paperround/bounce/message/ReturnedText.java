package dev.paperround.bounce.message;

import java.util.regex.Pattern;

/** Finds where a notice ends and the quoted mail begins, because words in that mail are not the reason it came back. */
final class ReturnedText {
    private static final int LONGEST_LINE = 1000;
    private static final String QUOTE = "[ \\t>|*]{0,20}";
    private static final Pattern SEPARATOR = Pattern.compile(
            "(?im)^" + QUOTE
                    + "(?:[-_=~*#]{2,80}.{0,40}?(?:copy of|(?:original|returned|unsent|undelivered|rejected) m|below this line|headers?\\b|"
                    + "message (?:text|header|content|body|follows)|(?:mail|message) (?:is )?(?:included|attached|below|returned)|begin message|"
                    + "start of|ursprüngliche|original-?nachricht|kopie|message d'origine|en-t[eê]te|mensaje original|messaggio originale|"
                    + "mensagem original|oorspronkelijk|原始|原邮件|元の|исходн|копия).*"
                    + "|(?:[^\\n]{0,40}\\bcopy of|begin (?:forwarded|returned)|original)\\b[^\\n]{0,30}\\b(?:message|mail|headers?)\\b[^\\n]{0,30}:[ \\t]*"
                    + "|[^\\n]{0,60}\\b(?:headers?|cop(?:y|ie)|text|mail|message|kopfzeilen)\\b[^\\n]{0,60}\\b(?:follows?|below|folg\\w*)\\s*[.:]?[ \\t]*)$");
    private static final Pattern HEADER = Pattern.compile(
            "(?im)^" + QUOTE
                    + "(?:Return-Path|Received|DKIM-Signature|X-Paper-Round-Delivery|List-Unsubscribe(?:-Post)?|Authentication-Results):[ \\t]");
    private static final Pattern LINE_OF_HEADERS =
            Pattern.compile(QUOTE + "(?:[A-Za-z][A-Za-z0-9-]{0,40}:.*|\\s+\\S.*)");

    private ReturnedText() {}

    static String above(String text) {
        return text.substring(0, start(text));
    }

    static boolean isIn(String text) {
        return start(text) < text.length();
    }

    private static int start(String text) {
        var separator = SEPARATOR.matcher(text);
        var bySeparator = text.length();
        while (separator.find()) {
            if (!text.substring(0, separator.start()).isBlank()) {
                bySeparator = separator.start();
                break;
            }
        }
        var header = HEADER.matcher(text);
        return Math.min(bySeparator, header.find() ? blockStart(text, header.start()) : text.length());
    }

    private static int blockStart(String text, int header) {
        var start = header;
        while (start > 0) {
            var above = text.lastIndexOf('\n', start - 2) + 1;
            var line = text.substring(above, start - 1);
            if (line.length() > LONGEST_LINE || !LINE_OF_HEADERS.matcher(line).matches()) {
                break;
            }
            start = above;
        }
        return start;
    }
}
