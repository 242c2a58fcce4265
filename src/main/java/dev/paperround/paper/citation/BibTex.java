package dev.paperround.paper.citation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes BibTeX with all of Unicode, as biber and today's LaTeX read it; only what TeX would act on is escaped. */
final class BibTex {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\{}^~<>|$&#_%]");

    private BibTex() {}

    static String write(List<Citation> citations) {
        return citations.stream().map(BibTex::entry).collect(Collectors.joining("\n"));
    }

    private static String entry(Citation citation) {
        var authors = citation.authors().stream().map(BibTex::name).collect(Collectors.joining(" and "));
        var published = citation.published();
        return Stream.of(
                        // The second pair of braces keeps capitals as they are.
                        field("title", Optional.of("{" + escaped(citation.title()) + "}")),
                        field("author", Optional.of(authors).filter(it -> !it.isEmpty())),
                        field("year", published.map(it -> "%04d".formatted(it.getYear()))),
                        published.map(BibTex::month),
                        field("eprint", citation.arxivId()),
                        field("archiveprefix", citation.arxivId().map(id -> "arXiv")),
                        field("doi", citation.doi()),
                        field("publisher", citation.server()),
                        field("url", Optional.of(verbatim(citation.url()))),
                        field("abstract", citation.abstractText().map(BibTex::escaped)),
                        field("keywords", keywords(citation)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(",\n", "@misc{" + citation.key() + ",\n", "\n}\n"));
    }

    private static Optional<String> field(String name, Optional<String> value) {
        return value.map(it -> "  " + name + " = {" + it + "}");
    }

    // The names of months are macros, which styles translate.
    private static String month(LocalDate published) {
        return "  month = " + MONTHS.get(published.getMonthValue() - 1);
    }

    private static Optional<String> keywords(Citation citation) {
        return Optional.of(citation.keywords().stream().map(BibTex::escaped).collect(Collectors.joining(", ")))
                .filter(it -> !it.isEmpty());
    }

    // Braces keep a comma or an "and" in a name from splitting it.
    private static String name(PersonName name) {
        if (name.isLiteral()) {
            return "{" + escaped(name.family()) + "}";
        }
        return Stream.of(name.family(), name.suffix(), name.given())
                .filter(it -> !it.isEmpty())
                .map(BibTex::escaped)
                .collect(Collectors.joining(", "));
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(text).replaceAll(it -> Matcher.quoteReplacement(inTex(it.group())));
    }

    // A brace counts in BibTeX even after a backslash, so braces are written by name.
    private static String inTex(String special) {
        return switch (special) {
            case "\\" -> "\\textbackslash{}";
            case "{" -> "\\textbraceleft{}";
            case "}" -> "\\textbraceright{}";
            case "^" -> "\\textasciicircum{}";
            case "~" -> "\\textasciitilde{}";
            case "<" -> "\\textless{}";
            case ">" -> "\\textgreater{}";
            case "|" -> "\\textbar{}";
            default -> "\\" + special;
        };
    }

    // Styles print a URL as it is, so nothing in it may be escaped for TeX.
    private static String verbatim(String url) {
        return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C").replace(" ", "%20");
    }
}
