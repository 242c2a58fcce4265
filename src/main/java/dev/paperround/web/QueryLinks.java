package dev.paperround.web;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

public record QueryLinks(String query) {
    // The API answers with at most this many.
    public static final int MOST_CITED = 200;

    public static QueryLinks ofAuthor(String name) {
        return new QueryLinks("author:" + NameLinks.quoted(name));
    }

    public static QueryLinks ofOrganization(String name) {
        return new QueryLinks("org:" + NameLinks.quoted(name));
    }

    // Keywords are searched as a phrase in the keyword field.
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

    // A format follows.
    public String citations() {
        return "/api/papers?q=" + encoded() + "&limit=" + MOST_CITED + "&format=";
    }

    public String signUp() {
        return "/?q=" + encoded();
    }

    public String signUp(String name) {
        return signUp() + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private String encoded() {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
