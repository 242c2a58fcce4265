package dev.paperround.mail.dkim;

import java.util.Locale;

/** Canonicalizes a header (RFC 6376 section 3.4.2), so that the signature survives changes to folding and spaces. */
final class RelaxedHeader {
    private RelaxedHeader() {}

    // The field has the form Name: value, folded or not, without its final line end.
    static void append(String field, StringBuilder to) {
        var colon = field.indexOf(':');
        to.append(field.substring(0, colon).stripTrailing().toLowerCase(Locale.ROOT))
                .append(':');
        var start = to.length();
        var blank = false;
        for (var i = colon + 1; i < field.length(); i++) {
            var c = field.charAt(i);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                blank = true;
            } else {
                if (blank && to.length() > start) {
                    to.append(' ');
                }
                blank = false;
                to.append(c);
            }
        }
    }
}
