package dev.paperround.paper.citation;

import dev.paperround.paper.Paper;
import dev.paperround.paper.PaperIdentity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Describes a paper as a reference. All texts are one line of plain Unicode.
 *
 * @param key unique and the same on every installation, as it only depends on the paper's public id
 * @param server the preprint server that hosts the paper
 */
public record Citation(
        String key,
        String title,
        List<PersonName> authors,
        Optional<LocalDate> published,
        Optional<String> arxivId,
        Optional<String> doi,
        Optional<String> server,
        String url,
        Optional<String> pdfUrl,
        Optional<String> abstractText,
        List<String> keywords) {
    private static final Set<String> SERVERS = Set.of("biorxiv", "medrxiv");

    /**
     * Cites a stored paper.
     *
     * @param readable turns the text of a source, which may hold TeX, into plain text
     * @param page where the paper is shown here, for papers without an address of their own
     */
    public static Citation of(Paper paper, UnaryOperator<String> readable, String page) {
        var facts = paper.facts();
        UnaryOperator<String> text = it -> OneLine.of(readable.apply(it));
        var identity = PaperIdentity.of(paper.publicId(), facts.doi());
        var arxivId = identity.arxivId().filter(id -> !paper.sample());
        return new Citation(
                CitationKey.of(paper.publicId(), identity),
                text.apply(facts.title()),
                authors(paper, text),
                Optional.ofNullable(facts.publishedOn()),
                arxivId,
                identity.doi().filter(doi -> !paper.sample()),
                arxivId.map(id -> "arXiv")
                        .or(() -> paper.sourceName().filter(name -> SERVERS.contains(facts.source()))),
                paper.abstractUrl().or(paper::doiUrl).or(paper::url).orElse(page),
                paper.pdfUrl(),
                Optional.ofNullable(facts.abstractText()).map(text),
                facts.keywords().stream().map(text).filter(it -> !it.isEmpty()).toList());
    }

    // Some sources only name the organization.
    private static List<PersonName> authors(Paper paper, UnaryOperator<String> text) {
        var facts = paper.facts();
        var names = facts.authors().stream().map(text).map(PersonName::of);
        var organization = Stream.ofNullable(facts.authors().isEmpty() ? facts.organization() : null);
        return Stream.concat(names, organization.map(text).map(PersonName::literal))
                .filter(it -> !it.family().isEmpty())
                .toList();
    }
}
