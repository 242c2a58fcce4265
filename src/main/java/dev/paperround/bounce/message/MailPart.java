package dev.paperround.bounce.message;

import java.util.List;

/** One part of a mail; {@code nesting} counts the attached messages around it, {@code type} is in lower case. */
record MailPart(int nesting, String type, HeaderFields headers, String body) {
    /** More than any notice has; behind it comes the mail it is about. */
    private static final int MOST_WORDS = 64 * 1024;

    private static final List<String> STATUS = List.of("message/delivery-status", "message/global-delivery-status");
    private static final List<String> HEADERS =
            List.of("text/rfc822-headers", "message/global-headers", "message/global", "text/rfc822-header");

    boolean isStatus() {
        return STATUS.contains(type);
    }

    boolean isFeedback() {
        return type.equals("message/feedback-report");
    }

    /** Headers of the mail it is about, as the text of a part. */
    boolean isReturnedHeaders() {
        return HEADERS.contains(type);
    }

    boolean isText() {
        return type.equals("text/plain");
    }

    boolean isHtml() {
        return type.equals("text/html");
    }

    boolean isReceipt() {
        return type.equals("message/disposition-notification");
    }

    /** The fields of a report; some systems forget the blank line in front, so that they stand among the headers. */
    String report() {
        return headers.has("final-recipient") || headers.has("action") ? headers.lines() + "\n\n" + body : body;
    }

    /** Empty for a part that holds no text for people. */
    String words() {
        var start = body.substring(0, Math.min(body.length(), MOST_WORDS));
        return isText() ? start : isHtml() ? HtmlText.of(start) : "";
    }
}
