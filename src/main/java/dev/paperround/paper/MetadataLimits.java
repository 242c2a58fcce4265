package dev.paperround.paper;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Limits metadata from sources, because it is untrusted and must not flood pages and mails or contain misleading links.
 */
final class MetadataLimits {
    static final int TITLE = 1_000;
    static final int ABSTRACT = 10_000;
    static final int SUMMARY = 2_000;
    static final int NAME = 300;
    static final int KEYWORD = 100;

    // The largest collaborations list thousands of authors.
    static final int AUTHORS = 6_000;

    static final int KEYWORDS = 50;
    private static final int LINK = 1_000;

    private MetadataLimits() {}

    // Cuts after a word if one ends near the limit, and never inside a character.
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

    // Returns null if this is not a web address, is far too long, or uses a user name to look like another host.
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
