package dev.paperround.digest;

import dev.paperround.matching.Tex;
import dev.paperround.paper.Paper;
import io.quarkus.qute.RawString;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A paper as a digest shows it, with the reason it is there and the words that brought it. */
public record DigestPaper(Paper paper, String title, String link, List<String> filters, MarkedText marked) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int NAMED_AUTHORS = 4;

    public record Link(String label, String url) {}

    /** {@code link}: where the paper is told of when no address of it is known. */
    static DigestPaper of(Paper paper, List<String> filters, MarkedText marked, String link) {
        return new DigestPaper(
                paper, Tex.toText(paper.facts().title()), paper.url().orElse(link), filters, marked);
    }

    /** As it stands in an archive, for nobody's filters. */
    public static DigestPaper unmarked(Paper paper, String title, String link) {
        return new DigestPaper(paper, title, link, List.of(), MarkedText.of(paper, List.of()));
    }

    public RawString markedTitle() {
        return marked.title();
    }

    public RawString markedExcerpt() {
        return marked.excerpt();
    }

    public RawString markedPassage() {
        return marked.passage();
    }

    public String excerpt() {
        return marked.plainExcerpt();
    }

    public String passage() {
        return marked.plainPassage();
    }

    public String reason() {
        return String.join(" · ", filters);
    }

    /** Who and when: authors or their number or the organization, then the date. */
    public String byline() {
        var parts = new ArrayList<String>();
        authors().ifPresent(parts::add);
        if (paper.facts().organization() != null) {
            parts.add(paper.facts().organization());
        }
        if (paper.facts().publishedOn() != null) {
            parts.add(DATE.format(paper.facts().publishedOn()));
        }
        return String.join(" · ", parts);
    }

    private Optional<String> authors() {
        var names = paper.facts().authors();
        if (names.isEmpty()) {
            return Optional.ofNullable(paper.facts().authorCount())
                    .map(count -> count == 1 ? "1 author" : count + " authors");
        }
        var named = names.stream().limit(NAMED_AUTHORS).map(Tex::toText).toList();
        var rest = names.size() - named.size();
        return Optional.of(String.join(", ", named) + (rest > 0 ? " and " + rest + " more" : ""));
    }

    public String votes() {
        var parts = new ArrayList<String>();
        if (paper.facts().upvotes() != null) {
            parts.add(paper.facts().upvotes() == 1 ? "1 upvote" : paper.facts().upvotes() + " upvotes");
        }
        if (paper.facts().comments() != null && paper.facts().comments() > 0) {
            parts.add(
                    paper.facts().comments() == 1 ? "1 comment" : paper.facts().comments() + " comments");
        }
        return String.join(" · ", parts);
    }

    public List<Link> links() {
        var links = new ArrayList<Link>();
        paper.abstractUrl().ifPresent(url -> links.add(new Link("Abstract", url)));
        paper.pdfUrl().ifPresent(url -> links.add(new Link("PDF", url)));
        if (paper.facts().githubRepo() != null) {
            links.add(new Link(
                    paper.facts().githubStars() == null
                            ? "Code"
                            : "Code ★ " + paper.facts().githubStars(),
                    paper.facts().githubRepo()));
        }
        if (paper.facts().projectPage() != null) {
            links.add(new Link("Project", paper.facts().projectPage()));
        }
        return links;
    }
}
