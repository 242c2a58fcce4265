package dev.paperround.digest.rendering;

import dev.paperround.digest.Digest;
import dev.paperround.digest.Digest.DigestLinks;
import dev.paperround.digest.Digest.Style;
import dev.paperround.digest.DigestPaper;
import dev.paperround.digest.EvaluatedQuery;
import dev.paperround.digest.MarkedText;
import dev.paperround.digest.PaperWindow;
import dev.paperround.digest.PaperWindows;
import dev.paperround.digest.SelectedPapers;
import dev.paperround.i18n.Language;
import dev.paperround.i18n.MailMessages;
import dev.paperround.i18n.Message;
import dev.paperround.matching.query.QueryTerm;
import dev.paperround.paper.Paper;
import dev.paperround.paper.Papers;
import dev.paperround.subscriber.preferences.FilterText;
import dev.paperround.subscriber.token.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Renders selected papers as mails and web pages, with the filters that selected them. */
@ApplicationScoped
public class Digests {
    @Inject
    PaperWindows windows;

    @Inject
    Papers papers;

    @Inject
    Links links;

    private final FrameCache frameCache = new FrameCache();

    /**
     * Needs no transaction and at most about one database check a second while the day's window holds the papers.
     * Deleted papers are omitted.
     */
    public DigestMail mail(
            LocalDate day, SelectedPapers chosen, List<FilterText> filters, Style style, DigestLinks mailLinks) {
        var recent = windows.recent(day);
        var window = recent.holds(chosen.papers()) ? recent : holding(day, chosen.papers());
        var evaluated = asked(window, filters, style.language());
        var shown = new ArrayList<PaperBlock.Filled>(chosen.papers().size());
        for (var id : chosen.papers()) {
            window.position(id).ifPresent(position -> shown.add(block(window, position, evaluated, style.language())));
        }
        var sample = shown.stream().anyMatch(PaperBlock.Filled::sample);
        var matched = chosen.matched();
        var subject = Digest.subject(day, matched, shown.get(0).title(), style);
        var digest = new Digest(day, shown.size(), matched, chosen.considered(), sample, style, subject, mailLinks);
        return DigestMail.of(digest, shown, chosen.papers(), frameCache);
    }

    private PaperBlock.Filled block(PaperWindow window, int position, List<Named> evaluated, Language language) {
        var bringing = bringing(evaluated, position);
        return blocks(window).filled(position, language, bringing, () -> filled(window, position, bringing, language));
    }

    private PaperBlock.Filled filled(PaperWindow window, int position, List<Named> bringing, Language language) {
        var queries = new HashSet<EvaluatedQuery>();
        var names = new ArrayList<String>(bringing.size());
        for (var it : bringing) {
            queries.add(it.evaluated());
            names.add(it.name(position, language));
        }
        var paper = window.papers().get(position);
        return blocks(window)
                .get(
                        position,
                        language,
                        queries,
                        () -> marked(paper, bringing),
                        marked -> PaperBlock.of(paper, marked, links.to(paperPath(paper)), language))
                .filled(paper.id(), names);
    }

    private static PaperBlockCache blocks(PaperWindow window) {
        return window.keep(PaperBlockCache.class, PaperBlockCache::new);
    }

    public List<DigestPaper> papers(LocalDate day, List<Long> ids, List<FilterText> filters, Language language) {
        var window = holding(day, ids);
        var evaluated = asked(window, filters, language);
        return ids.stream()
                .flatMap(id -> window.position(id).stream())
                .map(position ->
                        shown(window.papers().get(position), position, bringing(evaluated, position), language))
                .toList();
    }

    private DigestPaper shown(Paper paper, int position, List<Named> bringing, Language language) {
        var names = bringing.stream().map(it -> it.name(position, language)).toList();
        return DigestPaper.of(paper, names, marked(paper, bringing), links.to(paperPath(paper)));
    }

    // One window serves all mails of a day, but a retry on a later day may need papers that have left it.
    private PaperWindow holding(LocalDate day, List<Long> ids) {
        var window = windows.upTo(day);
        return window.holds(ids) ? window : windows.window(day, papers.byIds(ids));
    }

    private record Named(String name, EvaluatedQuery evaluated) {
        // A paper that came by its meaning says so, since no word in it is marked.
        String name(int position, Language language) {
            var close = evaluated.closeAt(position);
            if (close.isEmpty()) {
                return name;
            }
            var plain = evaluated.query().plainLike();
            if (!plain.isEmpty() && !name.equals(plain) && close.get(0).paper()) {
                return closeTo(name, language);
            }
            var texts = close.stream().map(QueryTerm.Like::text).collect(Collectors.joining("; "));
            var told = closeTo(texts, language);
            return name.equals(plain) ? told : name + " · " + told;
        }

        private static String closeTo(String text, Language language) {
            return Message.of(MailMessages.class, say -> say.closeTo(text)).in(language);
        }
    }

    private static List<Named> asked(PaperWindow window, List<FilterText> filters, Language language) {
        var evaluated = new ArrayList<Named>(filters.size());
        for (var filter : filters) {
            window.ask(filter.query()).ifPresent(it -> evaluated.add(new Named(name(filter, it, language), it)));
        }
        return evaluated;
    }

    // An unnamed filter for trending papers gets a translated name.
    private static String name(FilterText filter, EvaluatedQuery evaluated, Language language) {
        var unnamed = filter.name().equals(filter.query().replaceAll("\\s+", " "));
        return unnamed && evaluated.query().isTrending()
                ? Message.of(MailMessages.class, say -> say.trending()).in(language)
                : filter.name();
    }

    private static List<Named> bringing(List<Named> evaluated, int position) {
        var bringing = new ArrayList<Named>(evaluated.size());
        for (var it : evaluated) {
            if (it.evaluated().matches().get(position)) {
                bringing.add(it);
            }
        }
        return bringing;
    }

    private static MarkedText marked(Paper paper, List<Named> bringing) {
        return MarkedText.of(
                paper, bringing.stream().map(it -> it.evaluated().query()).toList());
    }

    public static String paperPath(Paper paper) {
        return "/paper/" + paper.publicId();
    }
}
