package dev.paperround.mail.dkim;

import java.util.List;

/** Values of the signature's header in lines of no more than 78 characters (RFC 5322 section 2.1.1). */
final class HeaderFolding {
    private static final int LINE = 72;

    private HeaderFolding() {}

    /** Names with colons between them, folded after colons. */
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

    /** Folded wherever a line is full; what stands before it may be as long as the blank and the tag {@code b=}. */
    static String text(String text) {
        var folded = new StringBuilder(text.length() + 20);
        for (var from = 0; from < text.length(); from += LINE) {
            folded.append(from == 0 ? "" : "\r\n ").append(text, from, Math.min(from + LINE, text.length()));
        }
        return folded.toString();
    }
}
