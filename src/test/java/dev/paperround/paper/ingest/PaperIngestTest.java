package dev.paperround.paper.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Paper;
import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.PaperTexts;
import dev.paperround.paper.PaperView;
import dev.paperround.paper.Papers;
import dev.paperround.paper.PapersMerged;
import dev.paperround.paper.ParsedPaper;
import dev.paperround.paper.source.Rejection;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PaperIngestTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final String FULL = """
            [{"paper": {"id": "2611.90417", "title": "Tides by Network", "summary": "Tables $1.8\\\\times$ faster.",
                "authors": [{"name": "Ilse Vandromme"}, {"name": "Oona Brightwater"}], "upvotes": 23,
                "publishedAt": "2026-11-13T00:00:00Z", "ai_summary": "Networks draw tides.", "ai_keywords": ["tides"],
                "githubRepo": "northlight/tides", "githubStars": 5, "projectPage": "https://tides.example.org",
                "organization": {"fullname": "Northlight Lab"}}, "numComments": 2, "thumbnail": "https://cdn.example.org/t.png"}]
            """;
    private static final String SAVED = "Tides, by NETWORK!\n\nTables 1.8times faster.\n\n  • 7 authors\n·\nNov 13 4";

    @Inject
    PaperTexts inputs;

    @Inject
    PaperIngest ingest;

    @Inject
    Papers papers;

    @Inject
    Merges merges;

    @ApplicationScoped
    static class Merges {
        final List<PapersMerged> seen = new CopyOnWriteArrayList<>();

        void merged(@Observes PapersMerged event) {
            seen.add(event);
        }

        List<PapersMerged> seen() {
            return seen;
        }
    }

    @BeforeEach
    void empty() {
        inputs.empty();
        merges.seen().clear();
    }

    @Test
    void theBeginningOfAnAbstractReplacesNoWholeOne() {
        inputs.json(MONDAY, "[{\"paper\": {\"title\": \"Tides\", \"summary\": \"Half of it, and the other half.\"}}]");

        IngestReport again = inputs.json(MONDAY, "[{\"paper\": {\"title\": \"Tides\", \"summary\": \"Half of it,\"}}]");

        assertThat(again.unchanged()).isEqualTo(1);
    }

    @Test
    void aRowIsStoredWholeAndReadBack() {
        assertThat(inputs.json(MONDAY, FULL)).isEqualTo(new IngestReport(MONDAY, 1, 1, 0, 0, List.of()));

        Paper paper = papers.find("2611.90417v3").orElseThrow();
        assertThat(PaperView.of(paper))
                .isEqualTo(new PaperView(
                        "2611.90417",
                        PaperMetadata.of(it -> {
                            it.title = "Tides by Network";
                            it.abstractText = "Tables $1.8\\times$ faster.";
                            it.authors = List.of("Ilse Vandromme", "Oona Brightwater");
                            it.authorCount = 2;
                            it.organization = "Northlight Lab";
                            it.publishedOn = LocalDate.of(2026, 11, 13);
                            it.upvotes = 23;
                            it.comments = 2;
                            it.summary = "Networks draw tides.";
                            it.keywords = List.of("tides");
                            it.githubRepo = "https://github.com/northlight/tides";
                            it.githubStars = 5;
                            it.projectPage = "https://tides.example.org";
                            it.thumbnail = "https://cdn.example.org/t.png";
                            it.source = "test";
                        }),
                        MONDAY,
                        List.of(MONDAY),
                        "https://huggingface.co/papers/2611.90417"));
        assertThat(paper.pdfUrl()).contains("https://arxiv.org/pdf/2611.90417");
        assertThat(paper.abstractUrl()).contains("https://arxiv.org/abs/2611.90417");
    }

    @Test
    void theSameInputTwiceChangesNothing() {
        inputs.json(MONDAY, FULL);
        long revision = papers.revision();

        assertThat(inputs.json(MONDAY, FULL)).isEqualTo(new IngestReport(MONDAY, 1, 0, 0, 1, List.of()));
        assertThat(papers.revision()).isEqualTo(revision);
    }

    @Test
    void moreVotesOrAnotherDayIsAnUpdate() {
        inputs.json(MONDAY, FULL);
        long revision = papers.revision();

        assertThat(inputs.json(MONDAY, FULL.replace("\"upvotes\": 23", "\"upvotes\": 24"))
                        .updated())
                .isOne();
        assertThat(inputs.json(MONDAY.plusDays(1), FULL.replace("\"upvotes\": 23", "\"upvotes\": 24"))
                        .updated())
                .isOne();

        Paper paper = papers.find("2611.90417").orElseThrow();
        assertThat(paper.facts().upvotes()).isEqualTo(24);
        assertThat(paper.days()).containsExactly(MONDAY.plusDays(1), MONDAY);
        assertThat(papers.revision()).isGreaterThan(revision + 1);
    }

    @Test
    void aPoorerCopyMakesNothingForgotten() {
        inputs.json(MONDAY, FULL);
        PaperMetadata full = papers.find("2611.90417").orElseThrow().facts();

        assertThat(inputs.json(MONDAY, "[{\"paper\": {\"id\": \"2611.90417\", \"title\": \"Tides by Network\"}}]")
                        .unchanged())
                .isOne();
        assertThat(inputs.page(MONDAY.plusDays(1), SAVED).updated()).isOne();

        Paper paper = papers.find("2611.90417").orElseThrow();
        assertThat(paper.facts()).isEqualTo(full.with(it -> it.comments = 4));
        assertThat(paper.days()).hasSize(2);
    }

    @Test
    void aSavedPaperIsRecognisedWhenItsRowComes() {
        inputs.page(MONDAY, SAVED);
        Paper saved = papers.all().get(0);
        assertThat(saved.publicId()).matches("tides-by-network-[0-9a-f]{8}");
        assertThat(saved.facts().authorCount()).isEqualTo(7);
        assertThat(saved.url()).isEmpty();

        assertThat(inputs.json(MONDAY, FULL).updated()).isOne();

        Paper known = papers.find("2611.90417").orElseThrow();
        assertThat(known.id()).isEqualTo(saved.id());
        assertThat(known.facts().authorCount()).isEqualTo(2);
        assertThat(papers.find(saved.publicId())).contains(known);
        assertThat(papers.all()).hasSize(1);
    }

    @Test
    void theTitleIsTheSameWithoutRegardToCaseAccentsAndPunctuation() {
        inputs.json(MONDAY, "[{\"title\": \"Straße der Gezeiten – Éléments: 10^{6}\"}]");

        assertThat(inputs.json(MONDAY, "[{\"title\": \"STRASSE DER GEZEITEN, elements (10^6)\"}]")
                        .updated())
                .isOne();
        assertThat(papers.all()).hasSize(1);
    }

    @Test
    void titlesInOtherScriptsStayApart() {
        inputs.json(MONDAY, "[{\"title\": \"潮汐网络\"}, {\"title\": \"蜂巢\"}]");

        assertThat(papers.all()).hasSize(2).extracting(Paper::publicId).allMatch(id -> id.matches("paper-[0-9a-f]{8}"));
    }

    @Test
    void aChangedTitleIsTheSamePaperAndTheOldOneStaysKnown() {
        inputs.json(MONDAY, FULL);

        assertThat(inputs.json(MONDAY, FULL.replace("Tides by Network", "Tides, Revisited"))
                        .updated())
                .isOne();
        assertThat(inputs.json(MONDAY, "[{\"title\": \"tides by network\"}]").unchanged())
                .isOne();

        assertThat(papers.all()).hasSize(1);
    }

    @Test
    void twoIdsAreTwoPapersWhateverTheirTitles() {
        inputs.json(MONDAY, "[" + row("2611.00001", "One Title") + "," + row("2611.00002", "one title!") + "]");
        inputs.json(MONDAY, "[" + row("10.1101/2026.11.01.1", "One Title") + "]");
        inputs.json(MONDAY.plusDays(1), "[" + row("2611.00002", "ONE TITLE") + "]");

        assertThat(papers.all())
                .extracting(Paper::publicId)
                .containsExactlyInAnyOrder("2611.00001", "2611.00002", "10.1101/2026.11.01.1");
        assertThat(papers.find("2611.00002").orElseThrow().days()).hasSize(2);
        assertThat(papers.find("2611.00001").orElseThrow().days()).hasSize(1);
    }

    @Test
    void aPaperIsRecognisedByItsDoiAsWell() {
        inputs.json(MONDAY, "[" + row("10.1101/2026.11.01.1A", "A Preprint") + "]");
        Paper preprint = papers.find("https://doi.org/10.1101/2026.11.01.1a").orElseThrow();
        assertThat(preprint.url()).contains("https://doi.org/10.1101/2026.11.01.1a");

        inputs.json(
                MONDAY,
                "[{\"paper\": {\"id\": \"2611.00001\", \"doi\": \"10.1101/2026.11.01.1a\", \"title\": \"A Paper\"}}]");

        Paper paper = papers.find("10.1101/2026.11.01.1a").orElseThrow();
        assertThat(paper.id()).isEqualTo(preprint.id());
        assertThat(paper.publicId()).isEqualTo("2611.00001");
        assertThat(paper.facts().doi()).isEqualTo("10.1101/2026.11.01.1a");
        assertThat(paper.url()).contains("https://huggingface.co/papers/2611.00001");
        assertThat(papers.all()).hasSize(1);
    }

    @Test
    void aPaperStaysWithTheSourceThatHadItFirst() {
        ParsedPaper listed = new ParsedPaper(0, null, "2611.00001", PaperMetadata.of(it -> it.title = "One Title"));
        ingest.ingest(new PaperIngest.Origin(0, "arxiv:cs.LG"), MONDAY, List.of(listed), List.of());

        IngestReport again = inputs.handedOver(MONDAY, "[" + row("2611.00001", "One Title") + "]");
        inputs.handedOver(MONDAY, "[" + row("2611.00002", "Another Title") + "]");

        assertThat(again.unchanged()).isOne();
        assertThat(papers.find("2611.00001").orElseThrow().facts().source()).isEqualTo("arxiv");
        assertThat(papers.find("2611.00002").orElseThrow().sourceName()).contains("Hugging Face");
    }

    @Test
    void oneWithoutIdJoinsTheFirstOfThoseOfItsTitle() {
        inputs.json(MONDAY, "[" + row("2611.00001", "One Title") + "," + row("2611.00002", "One Title") + "]");

        assertThat(inputs.json(MONDAY.plusDays(1), "[{\"title\": \"One title\"}]")
                        .updated())
                .isOne();
        assertThat(inputs.json(MONDAY.plusDays(1), "[{\"title\": \"One title\"}]")
                        .unchanged())
                .isOne();

        assertThat(papers.ofDay(MONDAY.plusDays(1))).extracting(Paper::publicId).containsExactly("2611.00001");
        assertThat(papers.all()).hasSize(2);
        assertThat(merges.seen()).isEmpty();
    }

    @Test
    void oneWithoutIdIsTheFirstThatComesWithOne() {
        inputs.json(MONDAY, "[{\"title\": \"One title\"}]");
        Paper first = papers.all().get(0);

        inputs.json(MONDAY, "[" + row("2611.00001", "One Title") + "]");
        inputs.json(MONDAY, "[" + row("2611.00002", "One Title") + "]");

        assertThat(papers.all()).hasSize(2);
        assertThat(papers.find("2611.00001").orElseThrow().id()).isEqualTo(first.id());
        assertThat(papers.find(first.publicId()).orElseThrow().publicId()).isEqualTo("2611.00001");
    }

    @Test
    void whatTheDatabaseRefusesStopsNoOther() {
        inputs.sql("alter table paper add constraint ck_test check (title <> 'Refused')");
        try {
            IngestReport report = inputs.handedOver(
                    MONDAY, "[{\"title\": \"One\"}, {\"title\": \"Refused\"}, 7, {\"title\": \"Two\"}]");

            assertThat(report.added()).isEqualTo(2);
            assertThat(report.received()).isEqualTo(4);
            assertThat(report.rejected()).extracting(Rejection::position).containsExactly(1, 2);
        } finally {
            inputs.sql("alter table paper drop constraint ck_test");
        }
    }

    private static String row(String id, String title) {
        return "{\"paper\": {\"id\": \"%s\", \"title\": \"%s\"}}".formatted(id, title);
    }

    @Test
    void twoStoredPapersThatTurnOutToBeOneAreMergedIntoTheOlder() {
        inputs.page(MONDAY, SAVED);
        inputs.json(
                MONDAY.plusDays(1),
                "[{\"paper\": {\"id\": \"2611.90417\", \"title\": \"Working Title\", \"upvotes\": 3}}]");
        Paper older = papers.ofDay(MONDAY).get(0);
        Paper newer = papers.ofDay(MONDAY.plusDays(1)).get(0);

        IngestReport report = inputs.json(MONDAY.plusDays(2), FULL);

        assertThat(report.updated()).isOne();
        assertThat(merges.seen()).containsExactly(new PapersMerged(older.id(), newer.id()));
        Paper merged = papers.find("2611.90417").orElseThrow();
        assertThat(papers.all()).containsExactly(merged);
        assertThat(merged.id()).isEqualTo(older.id());
        assertThat(merged.publicId()).isEqualTo("2611.90417");
        assertThat(merged.days()).containsExactly(MONDAY.plusDays(2), MONDAY.plusDays(1), MONDAY);
        assertThat(papers.find(older.publicId())).contains(merged);
        assertThat(inputs.json(MONDAY.plusDays(2), FULL).unchanged()).isOne();
    }

    @Test
    void aPaperTwiceInOneInputIsAddedOnce() {
        String twice = FULL.strip().replaceFirst("]$", "") + "," + FULL.strip().substring(1);

        assertThat(inputs.json(MONDAY, twice)).isEqualTo(new IngestReport(MONDAY, 2, 1, 0, 1, List.of()));
    }

    @Test
    void aStrayRowGoesToItsOwnDayAndRejectionsAreCounted() {
        IngestReport report = inputs.json(
                MONDAY,
                "[{\"paper\": {\"id\": \"2611.00001\", \"title\": \"Stray\", \"submittedOnDailyAt\": \"2026-11-12T23:00:00-05:00\"}}, 7, {\"title\": \"Here\"}]");

        assertThat(report).isEqualTo(new IngestReport(MONDAY, 3, 2, 0, 0, report.rejected()));
        assertThat(report.rejected())
                .extracting(it -> it.position() + ": " + it.reason())
                .containsExactly("1: a paper is an object, but this is number");
        assertThat(papers.days())
                .containsExactly(new DigestDay(MONDAY, 1), new DigestDay(LocalDate.of(2026, 11, 13), 1));
    }
}
