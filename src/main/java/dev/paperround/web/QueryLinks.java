package dev.paperround.web;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a query leads. */
public record QueryLinks(String query) {
    /** A keyword is looked for where keywords are, as a phrase. */
    @TemplateExtension
    static String keywordSearch(String keyword) {
        return new QueryLinks("keyword:\"" + keyword.replace("\"", " ") + "\"").search();
    }

    public String search() {
        return "/search?q=" + encoded();
    }

    public String feed() {
        return query.isBlank() ? "/feed.atom" : "/feed.atom?q=" + encoded();
    }

    public String signUp() {
        return "/?q=" + encoded();
    }

    private String encoded() {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
