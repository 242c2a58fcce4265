package dev.paperround.bounce.message;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts enough plain text from an HTML part to search it for phrases: no layout, only common entities. */
final class HtmlText {
    private static final Pattern HIDDEN =
            Pattern.compile("(?is)<(script|style|head)\\b[^<>]{0,500}>.{0,2000}?</\\1\\s*>|<!--.{0,2000}?-->");
    private static final Pattern LINE = Pattern.compile("(?i)<(?:br|/p|/div|/tr|/li|/h[1-6]|/pre|/td)\\b[^<>]{0,500}>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]{0,2000}>");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]{1,6}|[A-Za-z]{2,6});");
    private static final Map<String, String> NAMED = Map.of(
            "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ", "auml", "ä", "ouml", "ö", "uuml",
            "ü", "szlig", "ß");

    private HtmlText() {}

    static String of(String html) {
        var lines = LINE.matcher(HIDDEN.matcher(html).replaceAll(" ")).replaceAll("\n");
        return ENTITY.matcher(TAG.matcher(lines).replaceAll(""))
                .replaceAll(it -> Matcher.quoteReplacement(character(it.group(1))));
    }

    private static String character(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, " ");
        }
        var hexadecimal = entity.startsWith("#x");
        var digits = entity.substring(hexadecimal ? 2 : 1);
        if (!digits.matches(hexadecimal ? "[0-9A-Fa-f]+" : "[0-9]+")) {
            return " ";
        }
        var point = Integer.parseInt(digits, hexadecimal ? 16 : 10);
        var isText = Character.isValidCodePoint(point) && (point < 0xD800 || point > 0xDFFF) && point > 0;
        return isText ? Character.toString(point) : " ";
    }
}
