package dev.paperround.mail.dkim;

import java.util.List;

/** Folds the values of the signature header to at most 78 characters a line (RFC 5322 section 2.1.1). */
final class HeaderFolding {
    private static final int LINE = 72;

    private HeaderFolding() {}

    static String list(String tag, List<String> names) {
        var folded = new StringBuilder(tag);
        var column = tag.length();
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i) + (i + 1 < names.size() ? ":" : "");
            if (column + name.length() > LINE) {
                folded.append("\r\n ");
                column = 0;
            }
            folded.append(name);
            column += name.length();
        }
        return folded.toString();
    }

    // Leaves room on the first line only for a blank and the tag b=.
    static String text(String text) {
        var folded = new StringBuilder(text.length() + 20);
        for (var from = 0; from < text.length(); from += LINE) {
            folded.append(from == 0 ? "" : "\r\n ").append(text, from, Math.min(from + LINE, text.length()));
        }
        return folded.toString();
    }
}
