package dev.paperround.paper.citation;

import static dev.paperround.testing.CitationReaders.bibTex;
import static dev.paperround.testing.CitationReaders.cslJson;
import static dev.paperround.testing.CitationReaders.field;
import static dev.paperround.testing.CitationReaders.ris;
import static dev.paperround.testing.CitationReaders.typeset;
import static dev.paperround.testing.CitationReaders.unescaped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.paper.Paper;
import dev.paperround.paper.PaperMetadata;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jbibtex.Key;
import org.junit.jupiter.api.Test;

class CitationFormatTest {
    private static final Citation KITES = cited("2611.00101", it -> {
        it.title = "Kites & 50% of $5_000: {Braces}, C# ^ ~ \\\\o/";
        it.abstractText = "One line.\n\nER  - \nTY  - JOUR";
        it.authors = List.of("Jürgen K. Müller", "Laurens van der Berg", "Qwen Team", "Okafor, Ada", "Bo Li Jr.", "李雷");
        it.publishedOn = LocalDate.of(2026, 11, 19);
        it.keywords = List.of("kites", "R&D");
        it.doi = "10.1101/2026.11.01_7";
        it.source = "arxiv";
    });

    @Test
    void aPaperIsWrittenAsBibTex() {
        assertThat(CitationFormat.BIBTEX.write(List.of(KITES))).isEqualTo("""
                @misc{arXiv:2611.00101,
                  title = {{Kites \\& 50\\% of \\$5\\_000: \\textbraceleft{}Braces\\textbraceright{}, C\\# \\textasciicircum{} \\textasciitilde{} \\textbackslash{}\\textbackslash{}o/}},
                  author = {Müller, Jürgen K. and van der Berg, Laurens and {Qwen Team} and Okafor, Ada and Li, Jr., Bo and {李雷}},
                  year = {2026},
                  month = nov,
                  eprint = {2611.00101},
                  archiveprefix = {arXiv},
                  doi = {10.1101/2026.11.01_7},
                  publisher = {arXiv},
                  url = {https://arxiv.org/abs/2611.00101},
                  abstract = {One line. ER - TY - JOUR},
                  keywords = {kites, R\\&D}
                }
                """);
        assertThat(bibTex(CitationFormat.BIBTEX.write(List.of(KITES)))).containsOnlyKeys(new Key("arXiv:2611.00101"));
    }

    @Test
    void aPaperIsWrittenAsRis() {
        var text = CitationFormat.RIS.write(List.of(KITES, KITES));

        assertThat(text.lines().limit(9))
                .containsExactly(
                        "TY  - UNPB",
                        "ID  - arXiv:2611.00101",
                        "TI  - Kites & 50% of $5_000: {Braces}, C# ^ ~ \\\\o/",
                        "AU  - Müller, Jürgen K.",
                        "AU  - van der Berg, Laurens",
                        "AU  - Qwen Team",
                        "AU  - Okafor, Ada",
                        "AU  - Li, Bo, Jr.",
                        "AU  - 李雷");
        assertThat(ris(text)).hasSize(2).allSatisfy(it -> {
            assertThat(it.getYear()).isEqualTo("2026");
            assertThat(it.getDate()).isEqualTo("2026/11/19");
            assertThat(it.getDOI()).isEqualTo("10.1101/2026.11.01_7");
            assertThat(it.getURL()).isEqualTo("https://arxiv.org/abs/2611.00101");
            assertThat(it.getAbstrct()).isEqualTo("One line. ER - TY - JOUR");
            assertThat(it.getKeywords()).containsExactly("kites", "R&D");
        });
    }

    @Test
    void aPaperIsWrittenAsCslJson() {
        var text = CitationFormat.CSL_JSON.write(List.of(KITES));

        assertThat(cslJson(text)).singleElement().satisfies(it -> {
            assertThat(it.getId()).isEqualTo("arXiv:2611.00101");
            assertThat(it.getDOI()).isEqualTo("10.1101/2026.11.01_7");
            assertThat(it.getIssued().getDateParts()).isDeepEqualTo(new int[][] {{2026, 11, 19}});
            assertThat(it.getAuthor()).hasSize(6);
            assertThat(it.getAuthor()[1].getFamily()).isEqualTo("van der Berg");
            assertThat(it.getAuthor()[2].getLiteral()).isEqualTo("Qwen Team");
        });
        assertThat(text).contains("\"type\":\"article\"", "\"number\":\"arXiv:2611.00101\"");
    }

    @Test
    void whatIsUnknownIsLeftOut() {
        var bare = cited("robots-at-sea-0123abcd", it -> it.title = "Robots at Sea");

        assertThat(CitationFormat.BIBTEX.write(List.of(bare))).isEqualTo("""
                @misc{paper:robots-at-sea-0123abcd,
                  title = {{Robots at Sea}},
                  url = {https://papers.example/paper}
                }
                """);
        assertThat(CitationFormat.RIS.write(List.of(bare)))
                .isEqualTo("TY  - UNPB\r\nID  - paper:robots-at-sea-0123abcd\r\nTI  - Robots at Sea\r\n"
                        + "UR  - https://papers.example/paper\r\nER  - \r\n");
        assertThat(CitationFormat.CSL_JSON.write(List.of(bare))).doesNotContain("null", "author", "issued");
        assertThat(CitationFormat.CSL_JSON.write(List.of())).isEqualTo("[]");
    }

    @Test
    void anOrganizationStandsInForUnknownAuthors() {
        var paper = cited("2611.00102", it -> {
            it.title = "Boats";
            it.organization = "Research and Development, Inc.";
        });

        assertThat(field(bibTex(CitationFormat.BIBTEX.write(List.of(paper))).get(new Key(paper.key())), "author"))
                .isEqualTo("{Research and Development, Inc.}");
    }

    @Test
    void aPreprintElsewhereHasItsDoiAndItsServer() {
        var paper = cited("10.1101/2026.11.01.7(a)", it -> {
            it.title = "Cells";
            it.source = "biorxiv";
            it.doi = "10.1101/2026.11.01.7(a)";
        });

        assertThat(paper.key()).startsWith("doi:10.1101/2026.11.01.7-a-");
        assertThat(CitationFormat.BIBTEX.write(List.of(paper)))
                .contains("publisher = {bioRxiv}", "doi = {10.1101/2026.11.01.7(a)}")
                .doesNotContain("eprint");
    }

    @Test
    void keysStayApartAndDoNotChangeWithTheMetadata() {
        assertThat(cited("a b", it -> it.title = "A").key())
                .isNotEqualTo(cited("a-b", it -> it.title = "A").key())
                .isNotEqualTo(cited("a,b", it -> it.title = "A").key())
                .isEqualTo(cited("a b", it -> it.title = "B").key())
                .matches("[A-Za-z0-9.:/_-]+");
    }

    @Property
    void anyTitleReadsBackInEachForm(@ForAll("texts") String title) {
        var paper = cited("2611.00101", it -> it.title = "T" + title);
        var expected = OneLine.of("T" + title);

        var entries = bibTex(CitationFormat.BIBTEX.write(List.of(paper, KITES)));
        assertThat(entries).hasSize(1);
        assertThat(unescaped(field(entries.get(new Key(paper.key())), "title"))).isEqualTo(expected);
        var references = ris(CitationFormat.RIS.write(List.of(paper, KITES)));
        assertThat(references).hasSize(2);
        assertThat(references.get(0).getTitle()).isEqualTo(expected);
        assertThat(cslJson(CitationFormat.CSL_JSON.write(List.of(paper))).get(0).getTitle())
                .isEqualTo(expected);
    }

    // The reader only knows Latin letters.
    @Property
    void anyTitleIsTypesetAsItIsWritten(@ForAll("printable") String title) {
        var paper = cited("2611.00101", it -> it.title = "T" + title);

        var entry = bibTex(CitationFormat.BIBTEX.write(List.of(paper))).get(new Key(paper.key()));

        assertThat(typeset(field(entry, "title"))).isEqualTo(OneLine.of("T" + title));
    }

    @Property
    void anyAuthorIsOneAuthor(@ForAll("texts") String name) {
        var paper = cited("2611.00101", it -> {
            it.title = "Kites";
            it.authors = List.of("A" + name, "Ada Okafor");
        });

        var entry = bibTex(CitationFormat.BIBTEX.write(List.of(paper))).get(new Key(paper.key()));
        assertThat(field(entry, "author")).endsWith(" and Okafor, Ada");
        assertThat(outsideBraces(field(entry, "author"))).containsOnlyOnce(" and ");
        assertThat(ris(CitationFormat.RIS.write(List.of(paper))).get(0).getAuthors())
                .hasSize(2);
    }

    @Provide
    Arbitrary<String> texts() {
        var special = Arbitraries.of(
                "{",
                "}",
                "\\",
                "$",
                "%",
                "&",
                "#",
                "_",
                "^",
                "~",
                "@",
                "\"",
                "\n",
                "\r",
                " and ",
                ",",
                "ER  - ",
                "\nTY  - ",
                "\u2028",
                "\u0000",
                "\uD800",
                "\\end{document}",
                "--",
                "𝔸",
                "ﬁ",
                "é");
        return Arbitraries.oneOf(special, Arbitraries.strings().ofMaxLength(8))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> printable() {
        return Arbitraries.of(
                        "{", "}", "\\", "$", "%", "&", "#", "_", "^", "~", "<", ">", "|", "@", "(", "a", "B", " ", "é",
                        "7")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    private static String outsideBraces(String value) {
        var depth = 0;
        var outside = new StringBuilder();
        for (var character : value.toCharArray()) {
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (depth == 0) {
                outside.append(character);
            }
        }
        return outside.toString();
    }

    private static Citation cited(String id, Consumer<PaperMetadata.Values> known) {
        var paper = new Paper(1, id, PaperMetadata.of(known), false, List.of(), List.of(), Instant.EPOCH);
        return Citation.of(paper, UnaryOperator.identity(), "https://papers.example/paper");
    }
}
