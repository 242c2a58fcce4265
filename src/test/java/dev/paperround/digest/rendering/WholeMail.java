package dev.paperround.digest.rendering;

import dev.paperround.digest.Digest;
import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.digest.DigestPaper;
import dev.paperround.digest.MarkedText;
import dev.paperround.digest.PaperWindow;
import dev.paperround.digest.SelectedPapers;
import dev.paperround.i18n.Language;
import dev.paperround.matching.query.Query;
import dev.paperround.subscriber.preferences.FilterText;
import io.quarkus.qute.RawString;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Digests rendered whole for each reader by the same templates; shared are only the marked texts. */
public final class WholeMail {
    public record Parts(String subject, String html, String text) {}

    private record Marking(int position, List<Query> queries) {}

    private static final Digest.Style STYLE = new Digest.Style(Language.EN, false);

    private final PaperWindow window;
    private final String baseUrl;
    private final Map<Marking, MarkedText> marked = new ConcurrentHashMap<>();

    public WholeMail(PaperWindow window, String baseUrl) {
        this.window = window;
        this.baseUrl = baseUrl;
    }

    public Parts of(LocalDate day, SelectedPapers chosen, List<FilterText> filters, DigestLinks links) {
        var papers = chosen.papers().stream()
                .map(id -> shown(window.position(id).orElseThrow(), filters))
                .toList();
        var sample = papers.stream().anyMatch(it -> it.paper().sample());
        var matched = chosen.matched();
        var subject = Digest.subject(day, matched, papers.get(0).title(), STYLE);
        var digest = new Digest(day, papers.size(), matched, chosen.considered(), sample, STYLE, subject, links);
        var html = blocks(papers, it -> DigestMail.Templates.paper(it).render());
        var text = blocks(papers, it -> DigestMail.Templates.paperText(it).render());
        return new Parts(
                subject,
                DigestMail.Templates.digest(digest, html).render(),
                DigestMail.Templates.text(digest, text).render());
    }

    /** The line of the frame that they stand on ends the last one's. */
    private static RawString blocks(List<DigestPaper> papers, Function<DigestPaper, String> rendered) {
        var blocks = papers.stream().map(rendered).collect(Collectors.joining());
        return new RawString(blocks.substring(0, blocks.length() - 1));
    }

    private DigestPaper shown(int position, List<FilterText> filters) {
        var paper = window.papers().get(position);
        var names = new ArrayList<String>();
        var queries = new ArrayList<Query>();
        for (var filter : filters) {
            window.ask(filter.query()).filter(it -> it.matches().get(position)).ifPresent(asked -> {
                names.add(filter.name());
                queries.add(asked.query());
            });
        }
        var texts = marked.computeIfAbsent(
                new Marking(position, List.copyOf(queries)), it -> MarkedText.of(paper, it.queries()));
        return DigestPaper.of(paper, names, texts, paper.url().orElse(baseUrl + Digests.paperPath(paper)));
    }
}
