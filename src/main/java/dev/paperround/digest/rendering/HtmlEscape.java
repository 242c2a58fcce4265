package dev.paperround.digest.rendering;

/** Escapes HTML as the templates do, for values that are inserted after rendering. */
public final class HtmlEscape {
    private HtmlEscape() {}

    public static String escaped(String text) {
        var html = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }
}
