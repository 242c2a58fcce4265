package dev.paperround.paper.citation;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the tagged lines that Research Information Systems defined: two characters, two spaces, a hyphen, a space. */
final class Ris {
    // Preprints have no type of their own, and reference managers keep them under unpublished work.
    private static final String PREPRINT = "UNPB";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd");
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu");

    private Ris() {}

    static String write(List<Citation> citations) {
        return citations.stream().map(Ris::reference).collect(Collectors.joining("\r\n"));
    }

    private static String reference(Citation citation) {
        var lines = Stream.of(
                Stream.of(line("TY", PREPRINT), line("ID", citation.key()), line("TI", citation.title())),
                citation.authors().stream().map(it -> line("AU", name(it))),
                line("PY", citation.published().map(YEAR::format)),
                line("DA", citation.published().map(DATE::format)),
                line("AN", citation.arxivId().map(id -> "arXiv:" + id)),
                line("DO", citation.doi()),
                line("PB", citation.server()),
                Stream.of(line("UR", citation.url())),
                line("L1", citation.pdfUrl()),
                line("AB", citation.abstractText()),
                citation.keywords().stream().map(it -> line("KW", it)),
                Stream.of(line("ER", "")));
        return lines.flatMap(it -> it).collect(Collectors.joining());
    }

    private static String name(PersonName name) {
        return name.family()
                + (name.given().isEmpty() ? "" : ", " + name.given())
                + (name.suffix().isEmpty() ? "" : ", " + name.suffix());
    }

    private static Stream<String> line(String tag, Optional<String> value) {
        return value.stream().map(it -> line(tag, it));
    }

    private static String line(String tag, String value) {
        return tag + "  - " + value + "\r\n";
    }
}
