package dev.paperround.web.pages;

import dev.paperround.digest.DigestPaper;
import dev.paperround.digest.rendering.Digests;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.MailMessages;
import dev.paperround.matching.tex.Tex;
import dev.paperround.paper.Paper;
import dev.paperround.web.QueryLinks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public record PaperCard(Paper paper, DigestPaper told) {
    private static final int DESCRIPTION = 240;

    public static PaperCard of(Paper paper) {
        var title = Tex.toText(paper.facts().title());
        return new PaperCard(paper, DigestPaper.unmarked(paper, title, Digests.paperPath(paper)));
    }

    public String id() {
        return paper.publicId();
    }

    public String title() {
        return told.title();
    }

    public String path() {
        return told.link();
    }

    // A format follows.
    public String citations() {
        return "/api/papers/" + id() + "?format=";
    }

    public String excerpt() {
        return told.excerpt();
    }

    public String likeSearch() {
        return new QueryLinks("like:" + id()).search() + "&order=best";
    }

    public String likeSignUp() {
        return new QueryLinks("like:" + id()).signUp(title());
    }

    public boolean isSample() {
        return paper.sample();
    }

    public List<LocalDate> days() {
        return paper.days();
    }

    Optional<String> authors(Language language) {
        var names = authorNames();
        return names.isEmpty()
                ? Optional.ofNullable(paper.facts().authorCount())
                        .map(count -> DigestPaper.counted(count, MailMessages::author, MailMessages::authors, language))
                : Optional.of(String.join(", ", names));
    }

    public Optional<String> organization() {
        return Optional.ofNullable(paper.facts().organization());
    }

    public Optional<LocalDate> publishedOn() {
        return Optional.ofNullable(paper.facts().publishedOn());
    }

    public Optional<String> sourceName() {
        return paper.sourceName();
    }

    public Optional<String> doi() {
        return Optional.ofNullable(paper.facts().doi());
    }

    public Optional<String> summary() {
        return Optional.ofNullable(paper.facts().summary()).map(Tex::toText);
    }

    public Optional<String> abstractText() {
        return Optional.ofNullable(paper.facts().abstractText()).map(Tex::toText);
    }

    public List<String> keywords() {
        return paper.facts().keywords();
    }

    // Reference managers import papers by the URL of the abstract page.
    public Optional<String> abstractUrl() {
        return paper.abstractUrl();
    }

    public Optional<String> pdfUrl() {
        return paper.pdfUrl();
    }

    public Optional<String> thumbnail() {
        return Optional.ofNullable(paper.facts().thumbnail()).filter(it -> it.startsWith("https://"));
    }

    public List<String> authorNames() {
        return paper.facts().authors().stream().map(Tex::toText).toList();
    }

    String description(Language language) {
        var text = summary().or(this::abstractText).orElseGet(() -> told.byline(language));
        if (text.length() <= DESCRIPTION) {
            return text;
        }
        var space = text.lastIndexOf(' ', DESCRIPTION);
        // Not every language uses spaces, and a surrogate pair must not be split.
        var end = space > 0 ? space : text.offsetByCodePoints(0, text.codePointCount(0, DESCRIPTION));
        return text.substring(0, end) + " …";
    }

    // Feeds are shared, so links are in English and leave out values that change hourly, such as votes and stars.
    public List<DigestPaper.Link> feedLinks() {
        return links(Language.EN).stream()
                .map(it -> it.label().startsWith("Code ★") ? new DigestPaper.Link("Code", it.url()) : it)
                .toList();
    }

    List<DigestPaper.Link> links(Language language) {
        var links = new ArrayList<DigestPaper.Link>();
        paper.huggingFaceUrl().ifPresent(url -> links.add(new DigestPaper.Link("Hugging Face", url)));
        links.addAll(told.links(language));
        return links;
    }
}
