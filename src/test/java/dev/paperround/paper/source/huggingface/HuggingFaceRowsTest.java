package dev.paperround.paper.source.huggingface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.i18n.Message;
import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.ParseResult;
import dev.paperround.paper.source.Rejection;
import dev.paperround.paper.source.savedpage.SavedPage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceRowsTest {
    private static final String FULL = """
            [{"paper": {"id": "2611.90417v2",
                "authors": [{"name": "Ilse Vandromme", "hidden": false}, {"name": " Tadeo\\n Quirós-Bell "}, {"name": "Twice", "hidden": true}],
                "publishedAt": "2026-11-16T23:30:00.000-05:00", "submittedOnDailyAt": "2026-11-18T02:44:00.000Z",
                "title": "Sieve\\n and  Stitch", "summary": "Filtering drops\\nrare topics.", "upvotes": 23,
                "projectPage": "https://sieve.example.org", "githubRepo": "northlight/sieve", "githubStars": 57,
                "ai_summary": "A filter.", "ai_keywords": ["data curation", "data curation", 7],
                "organization": {"name": "northlight", "fullname": "Northlight Lab"}, "novelty": {"x": 1}},
              "title": "Outer Title", "summary": "Outer.", "publishedAt": "2020-01-01T00:00:00Z", "numComments": 2,
              "thumbnail": "https://cdn.example.org/1.png", "organization": {"fullname": "Outer Lab"}}]
            """;

    @Test
    void aFullRowIsReadWhole() throws IOException {
        ParsedPaper draft = only(FULL);

        assertThat(draft)
                .isEqualTo(new ParsedPaper(0, LocalDate.of(2026, 11, 18), "2611.90417", PaperMetadata.of(it -> {
                    it.title = "Sieve and Stitch";
                    it.abstractText = "Filtering drops rare topics.";
                    it.authors = List.of("Ilse Vandromme", "Tadeo Quirós-Bell");
                    it.authorCount = 2;
                    it.organization = "Northlight Lab";
                    it.publishedOn = LocalDate.of(2026, 11, 17);
                    it.upvotes = 23;
                    it.comments = 2;
                    it.summary = "A filter.";
                    it.keywords = List.of("data curation");
                    it.githubRepo = "https://github.com/northlight/sieve";
                    it.githubStars = 57;
                    it.projectPage = "https://sieve.example.org";
                    it.thumbnail = "https://cdn.example.org/1.png";
                })));
    }

    @Test
    void everythingButTheTitleMayBeMissingNullOrOfTheWrongType() throws IOException {
        PaperMetadata bare = PaperMetadata.of(it -> it.title = "Bare");

        assertThat(only("[{\"title\": \"Bare\"}]")).isEqualTo(new ParsedPaper(0, null, null, bare));
        assertThat(only("[{\"paper\": null, \"title\": \"Bare\"}]")).isEqualTo(new ParsedPaper(0, null, null, bare));
        assertThat(
                        only(
                                FULL.replaceAll(
                                        "(?s)^.*$",
                                        "[{\"paper\": {\"title\": \"Bare\", \"id\": 7, \"authors\": \"x\", \"upvotes\": \"many\", \"summary\": {}, "
                                                + "\"publishedAt\": 5, \"submittedOnDailyAt\": \"yesterday\", \"ai_keywords\": \"x\", \"githubStars\": -1, "
                                                + "\"organization\": \"x\", \"projectPage\": []}, \"numComments\": 1.5, \"thumbnail\": false}]")))
                .isEqualTo(new ParsedPaper(0, null, null, bare));
    }

    @Test
    void aRowWithoutWrappingIsReadToo() throws IOException {
        ParsedPaper draft = only("[{\"id\": \"2611.90417\", \"title\": \"Bare\", \"upvotes\": 4, \"numComments\": 3}]");

        assertThat(draft.id()).isEqualTo("2611.90417");
        assertThat(draft.facts().upvotes()).isEqualTo(4);
        assertThat(draft.facts().comments()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2611.90417, 2611.90417",
        "2611.90417v12, 2611.90417",
        "arXiv:2611.90417v1, 2611.90417",
        "http://arxiv.org/abs/2611.90417v1, 2611.90417",
        "https://www.arxiv.org/pdf/2611.90417v3.pdf, 2611.90417",
        "https://huggingface.co/papers/2611.90417, 2611.90417",
        "cs/0112017v1, cs/0112017",
        "math.GT/0309136, math.GT/0309136",
        "hf-2026-0042, hf-2026-0042",
        "two words, ",
        "../../etc, ",
    })
    void anIdLosesVersionAndAddress(String raw, String id) throws IOException {
        assertThat(only("[{\"paper\": {\"id\": \"" + raw + "\", \"title\": \"Bare\"}}]")
                        .id())
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://a.example.org",
                "//a.example.org",
                "https://",
                "x y",
                "/avatars/1.svg"
            })
    void onlyWebAddressesBecomeLinks(String address) throws IOException {
        PaperMetadata facts =
                only("[{\"paper\": {\"title\": \"Bare\", \"projectPage\": \"%1$s\", \"githubRepo\": \"%1$s\"}, \"thumbnail\": \"%1$s\"}]"
                                .formatted(address))
                        .facts();

        assertThat(facts.projectPage()).isNull();
        assertThat(facts.githubRepo()).isNull();
        assertThat(facts.thumbnail()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"title\": \"Ti\\u0000des\"",
                "\"title\": \"\\u0001\\u0002\\u0003\"",
                "\"title\": \"?!\"",
                "\"title\": \"\\ufffe\\uffff\\ue000\"",
                "\"title\": \"Tides\", \"summary\": \"\\u0007 rise.\"",
            })
    void whatIsNoTextIsRejectedAndTheRestGoesIn(String fields) throws IOException {
        ParseResult reading = read("[{\"title\": \"One\"}, {" + fields + "}, {\"title\": \"Two\"}]");

        assertThat(reading.drafts()).extracting(ParsedPaper::position).containsExactly(0, 2);
        assertThat(reading.rejections()).extracting(Rejection::position).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tides &#8211; Networks &amp; Caf&eacute;s | Tides – Networks & Cafés",
                "A &lt; B &#x3B1; &beta; &#146;s | A < B α β ’s",
                "&amp;lt;b&amp;gt; stays what it says | &lt;b&gt; stays what it says",
                "R&D; AT&T &nosuch; &#0; &#xD800; | R&D; AT&T &nosuch; &#0; &#xD800;",
                "a&nbsp;b | a b",
            })
    void anEntityIsItsCharacterOnce(String written, String read) throws IOException {
        PaperMetadata facts =
                only("[{\"paper\": {\"title\": \"%1$s\", \"summary\": \"%1$s\", \"authors\": [{\"name\": \"%1$s\"}]}}]"
                                .formatted(written))
                        .facts();

        assertThat(facts.title()).isEqualTo(read);
        assertThat(facts.abstractText()).isEqualTo(read);
        assertThat(facts.authors()).containsExactly(read);
        assertThat(SavedPage.read(written + "\n\nWe look at it.\n\n• 1 author\n·\nMay 5", java.time.LocalDate.EPOCH)
                        .drafts())
                .extracting(draft -> draft.facts().title())
                .containsExactly(read);
    }

    @Test
    void whatADatabaseRefusesIsRemoved() throws IOException {
        assertThat(only("[{\"title\": \"Tide\\ud800s \\ud83d\\ude00\"}]")
                        .facts()
                        .title())
                .isEqualTo("Tide\uFFFDs \uD83D\uDE00");
    }

    @Test
    void aBadRowIsRejectedWithItsIndexAndTheRestGoesIn() throws IOException {
        ParseResult reading = read(
                "[{\"title\": \"One\"}, 7, null, {\"paper\": {\"id\": \"2611.00001\"}}, {\"title\": \" \\u0000\"}, [], {\"title\": \"Two\"}]");

        assertThat(reading.drafts()).extracting(ParsedPaper::position).containsExactly(0, 6);
        assertThat(reading.rejections()).extracting(Rejection::position).containsExactly(1, 2, 3, 4, 5);
        assertThat(reading.rejections().get(0).reason()).hasToString("a paper is an object, but this is number");
        assertThat(reading.rejections().get(2).reason()).hasToString("the title is missing or blank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | nothing",
                "{} | an object",
                "7 | number_int",
                "[{\"title\": \"One\"} | line 1",
                "'[{\"title\": \"One\"},\n {\"title\" \"Two\"}]' | line 2",
                "[] [] | follows",
                "<html> | line 1",
            })
    void whatIsNoArrayIsRefusedWithThePlace(String json, String reason) throws IOException {
        ParseResult reading = read(json);

        assertThat(reading.refusal().map(Message::toString))
                .hasValueSatisfying(text ->
                        assertThat(text).contains(reason).contains("column").doesNotContain("\n"));
        assertThat(reading.drafts()).isEmpty();
    }

    @Test
    void anEmptyListIsAReadingWithoutPapers() throws IOException {
        assertThat(read("[]")).isEqualTo(ParseResult.of(List.of(), List.of()));
    }

    private static ParsedPaper only(String json) throws IOException {
        ParseResult reading = read(json);
        assertThat(reading.refusal()).isEmpty();
        assertThat(reading.drafts()).hasSize(1);
        return reading.drafts().get(0);
    }

    private static ParseResult read(String json) throws IOException {
        return HuggingFaceRows.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }
}
