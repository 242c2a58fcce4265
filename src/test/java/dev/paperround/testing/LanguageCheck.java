package dev.paperround.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** What a page or a mail says in the language of its reader. */
public final class LanguageCheck {
    /** Written by people, or the same in every language. */
    private static final String AS_WRITTEN =
            "[dir=auto], bdi, code, mark, textarea, select[name=language] option, select[name=timeZone] option, .brand, .languages, script, .place";

    private static final Set<String> NAMES =
            Set.of("Paper Round", "PDF", "Hugging Face", "Filter", "Name", "Paper", "BibTeX", "RIS", "CSL-JSON");

    /** What a page says without being text. */
    private static final List<String> SPOKEN = List.of(
            "aria-label",
            "alt",
            "abbr",
            "label",
            "title",
            "data-label",
            "data-hint",
            "data-lately",
            "data-search",
            "data-search-rest",
            "data-feed",
            "data-feed-rest",
            "data-unreachable",
            "data-lately-of-one",
            "data-now",
            "data-over-https",
            "data-failed",
            "data-filter");

    private LanguageCheck() {}

    public static void nothingInCommon(String what, Document english, Document translated) {
        assertThat(inCommon(english, translated)).as(what).isEmpty();
    }

    public static Set<String> inCommon(Document english, Document translated) {
        var there = of(english);
        assertThat(there).isNotEmpty();
        var left = of(translated);
        assertThat(left).isNotEmpty();
        left.retainAll(there);
        return left;
    }

    /** Each text of a page with a letter in it, but for what people wrote and names. */
    private static Set<String> of(Document page) {
        var texts = new TreeSet<String>();
        page.select(AS_WRITTEN).remove();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text) {
                        texts.add(text.text().strip());
                    } else if (node instanceof Element element) {
                        SPOKEN.forEach(it -> texts.add(element.attr(it)));
                    }
                },
                page);
        page.select("meta[name=description], meta[property=og:title], meta[property=og:description]")
                .forEach(it -> texts.add(it.attr("content")));
        texts.removeIf(it -> it.chars().noneMatch(Character::isLetter) || isAsWritten(it));
        return texts;
    }

    private static boolean isAsWritten(String text) {
        return NAMES.contains(text)
                || text.contains("Robots")
                || text.matches(
                        "[\\w.+-]+@[\\w.-]+:?|November( 2026)?|https?://\\S+|Tides|robots|Paper Round: (?!all papers).+|mends?|Europe/\\S+");
    }
}
