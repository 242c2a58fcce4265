package dev.paperround.digest;

import dev.paperround.i18n.Dates;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.MailMessages;
import dev.paperround.i18n.Message;
import dev.paperround.matching.tex.Tex;
import dev.paperround.paper.Paper;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Shows a paper in a digest, with the filters that matched it and the matching words marked. */
public record DigestPaper(Paper paper, String title, String link, List<String> filters, MarkedText marked) {
    private static final int NAMED_AUTHORS = 4;

    // The url is empty for an entry that is named but not linked.
    public record Link(String label, String url) {
        static Link named(String label) {
            return new Link(label, "");
        }
    }

    // The link is used if the paper has no known address of its own.
    public static DigestPaper of(Paper paper, List<String> filters, MarkedText marked, String link) {
        return new DigestPaper(
                paper, Tex.toText(paper.facts().title()), paper.url().orElse(link), filters, marked);
    }

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
        return reason(filters);
    }

    public static String reason(List<String> filters) {
        return String.join(" · ", filters);
    }

    public String byline(Language language) {
        return byline(language, BylineStyle.PLAIN);
    }

    public String byline(Language language, BylineStyle style) {
        var parts = new ArrayList<String>();
        authors(language, style).ifPresent(parts::add);
        if (paper.facts().organization() != null) {
            parts.add(style.organization(paper.facts().organization()));
        }
        if (paper.facts().publishedOn() != null) {
            parts.add(style.text(Dates.in(language).date(paper.facts().publishedOn())));
        }
        paper.sourceName().map(style::text).ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    private Optional<String> authors(Language language, BylineStyle style) {
        var names = paper.facts().authors();
        if (names.isEmpty()) {
            return Optional.ofNullable(paper.facts().authorCount())
                    .map(count -> style.text(counted(count, MailMessages::author, MailMessages::authors, language)));
        }
        var named = String.join(
                ", ",
                names.stream()
                        .limit(NAMED_AUTHORS)
                        .map(Tex::toText)
                        .map(style::author)
                        .toList());
        var rest = names.size() - NAMED_AUTHORS;
        return Optional.of(
                rest > 0
                        ? Message.of(
                                        MailMessages.class,
                                        say -> say.andMoreAuthors(
                                                named, Dates.in(language).number(rest)))
                                .in(language)
                        : named);
    }

    public String votes(Language language) {
        var parts = new ArrayList<String>();
        if (paper.facts().upvotes() != null) {
            parts.add(counted(paper.facts().upvotes(), MailMessages::upvote, MailMessages::upvotes, language));
        }
        if (paper.facts().comments() != null && paper.facts().comments() > 0) {
            parts.add(counted(paper.facts().comments(), MailMessages::comment, MailMessages::comments, language));
        }
        return String.join(" · ", parts);
    }

    public static String counted(
            int count,
            Function<MailMessages, String> one,
            BiFunction<MailMessages, Object, String> several,
            Language language) {
        var number = Dates.in(language).number(count);
        return Message.of(MailMessages.class, say -> count == 1 ? one.apply(say) : several.apply(say, number))
                .in(language);
    }

    public List<Link> links(Language language) {
        var links = new ArrayList<Link>();
        paper.abstractUrl()
                .ifPresent(url -> links.add(new Link(
                        Message.of(MailMessages.class, say -> say.abstractPage())
                                .in(language),
                        url)));
        paper.pdfUrl().ifPresent(url -> links.add(new Link("PDF", url)));
        paper.doiUrl().ifPresent(url -> links.add(new Link("DOI", url)));
        if (paper.facts().githubRepo() != null) {
            links.add(PaperLinks.code(paper.facts().githubRepo(), code(language), language));
        }
        if (paper.facts().projectPage() != null) {
            links.add(PaperLinks.project(paper.facts().projectPage(), language));
        }
        return links;
    }

    private String code(Language language) {
        var stars = paper.facts().githubStars();
        return stars == null
                ? Message.of(MailMessages.class, say -> say.code()).in(language)
                : Message.of(
                                MailMessages.class,
                                say -> say.codeWithStars(Dates.in(language).number(stars)))
                        .in(language);
    }
}
