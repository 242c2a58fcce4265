package dev.paperround.digest;

/** Writes the parts of a byline, so that a page can link the names in it. */
public interface BylineStyle {
    BylineStyle PLAIN = new BylineStyle() {};

    default String author(String name) {
        return text(name);
    }

    default String organization(String name) {
        return text(name);
    }

    default String text(String other) {
        return other;
    }
}
