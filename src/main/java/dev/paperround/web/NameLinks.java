package dev.paperround.web;

import dev.paperround.matching.text.Width;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Links names to the pages of their papers. */
@TemplateExtension
public final class NameLinks {
    private NameLinks() {}

    public static String authorPath(String name) {
        return "/author/" + segment(name);
    }

    public static String organizationPath(String name) {
        return "/organization/" + segment(name);
    }

    static String quoted(String name) {
        return '"' + plain(name) + '"';
    }

    // A quotation mark would end the phrase, and a backslash is refused in paths. Neither counts in a search.
    public static String plain(String name) {
        var plain = new StringBuilder();
        name.codePoints()
                .map(it -> it == '\\' || Character.isISOControl(it) || Width.narrow(it) == '"' ? ' ' : it)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static String segment(String name) {
        return URLEncoder.encode(plain(name), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
