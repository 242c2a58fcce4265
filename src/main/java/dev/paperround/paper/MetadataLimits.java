package dev.paperround.paper;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Sources are strangers too: nothing they tell of a paper is longer than pages and mails can show, or leads astray. */
final class MetadataLimits {
    static final int TITLE = 1_000;
    static final int ABSTRACT = 10_000;
    static final int SUMMARY = 2_000;
    static final int NAME = 300;
    static final int KEYWORD = 100;

    /** Of the largest collaborations. */
    static final int AUTHORS = 6_000;

    static final int KEYWORDS = 50;
    private static final int LINK = 1_000;

    private MetadataLimits() {}

    /** Cut after a word where there is one near the end, and never inside a character. */
    static String text(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        var space = text.lastIndexOf(' ', most - 1);
        var end = space > most / 2 ? space : most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    static List<String> texts(List<String> texts, int mostTexts, int most) {
        return texts.stream().limit(mostTexts).map(it -> text(it, most)).toList();
    }

    /** Null for what is no web address, is far too long, or names somebody to pretend to be another host. */
    static String link(String address) {
        if (address == null || address.length() > LINK) {
            return null;
        }
        try {
            var uri = new URI(address);
            return uri.getHost() != null && uri.getRawUserInfo() == null && isWeb(uri.getScheme()) ? address : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isWeb(String scheme) {
        return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    }
}
