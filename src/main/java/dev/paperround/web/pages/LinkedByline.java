package dev.paperround.web.pages;

import dev.paperround.digest.BylineStyle;
import dev.paperround.digest.rendering.HtmlEscape;
import dev.paperround.web.NameLinks;

/** Writes a byline as HTML in which each name leads to its papers. */
final class LinkedByline implements BylineStyle {
    static final LinkedByline STYLE = new LinkedByline();

    private LinkedByline() {}

    @Override
    public String author(String name) {
        return link(NameLinks.authorPath(name), name);
    }

    @Override
    public String organization(String name) {
        return link(NameLinks.organizationPath(name), name);
    }

    @Override
    public String text(String other) {
        return HtmlEscape.escaped(other);
    }

    private String link(String path, String name) {
        return "<a href=\"" + text(path) + "\">" + text(name) + "</a>";
    }
}
