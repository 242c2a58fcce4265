package dev.paperround.web;

import dev.paperround.digest.DigestPaper;
import dev.paperround.digest.Digests;
import dev.paperround.matching.Tex;
import dev.paperround.paper.Paper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A paper as the public pages show it. */
record PaperCard(Paper paper, DigestPaper told) {
    static PaperCard of(Paper paper) {
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

    public String byline() {
        return told.byline();
    }

    public String votes() {
        return told.votes();
    }

    public String excerpt() {
        return told.excerpt();
    }

    public boolean isSample() {
        return paper.sample();
    }

    public List<LocalDate> days() {
        return paper.days();
    }

    public Optional<String> authors() {
        var names = paper.facts().authors().stream().map(Tex::toText).toList();
        return names.isEmpty()
                ? Optional.ofNullable(paper.facts().authorCount())
                        .map(count -> count == 1 ? "1 author" : count + " authors")
                : Optional.of(String.join(", ", names));
    }

    public Optional<String> organization() {
        return Optional.ofNullable(paper.facts().organization());
    }

    public Optional<LocalDate> publishedOn() {
        return Optional.ofNullable(paper.facts().publishedOn());
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

    public List<DigestPaper.Link> links() {
        var links = new ArrayList<DigestPaper.Link>();
        paper.url().ifPresent(url -> links.add(new DigestPaper.Link("Hugging Face", url)));
        links.addAll(told.links());
        return links;
    }
}
