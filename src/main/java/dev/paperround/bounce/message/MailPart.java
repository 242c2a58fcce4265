package dev.paperround.bounce.message;

import java.util.List;

/** Holds one part of a mail. {@code nesting} counts the attached messages around it; {@code type} is in lower case. */
record MailPart(int nesting, String type, HeaderFields headers, String body) {
    // In characters; longer than any notice, so the rest is the original mail.
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

    // Some systems return only the headers of the original mail.
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

    // Some systems omit the blank line before the report, so its fields end up among the headers.
    String report() {
        return headers.has("final-recipient") || headers.has("action") ? headers.lines() + "\n\n" + body : body;
    }

    // Returns an empty string unless the part is text for people.
    String words() {
        var start = body.substring(0, Math.min(body.length(), MOST_WORDS));
        return isText() ? start : isHtml() ? HtmlText.of(start) : "";
    }
}
