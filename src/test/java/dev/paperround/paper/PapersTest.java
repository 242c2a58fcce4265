package dev.paperround.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.paper.ingest.IngestReport;
import dev.paperround.paper.ingest.SamplePapers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PapersTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Inject
    PaperTexts inputs;

    @Inject
    Papers papers;

    @Inject
    PaperChanges changes;

    @Inject
    SamplePapers samplePapers;

    @BeforeEach
    void empty() {
        inputs.empty();
    }

    @Test
    void theLastDigestsAreDaysWithPapers() {
        for (int day : new int[] {0, 1, 4, 9}) {
            inputs.json(MONDAY.plusDays(day), PaperTexts.rows(day * 2, 2));
        }
        inputs.json(MONDAY.plusDays(9), PaperTexts.rows(2, 1));

        assertThat(papers.ofLastDigests(2, MONDAY.plusDays(8)))
                .extracting(paper -> paper.facts().title())
                .containsExactly("Tide 8", "Tide 9", "Tide 2", "Tide 3");
        assertThat(papers.ofLastDigests(2, MONDAY.plusDays(8)).get(2).dayUpTo(MONDAY.plusDays(8)))
                .contains(MONDAY.plusDays(1));
        assertThat(papers.ofLastDigests(5, MONDAY.minusDays(1))).isEmpty();
        assertThat(papers.between(MONDAY.plusDays(2), MONDAY.plusDays(5))).hasSize(2);
        assertThat(papers.all())
                .hasSize(8)
                .extracting(paper -> paper.facts().title())
                .startsWith("Tide 2", "Tide 18", "Tide 19")
                .endsWith("Tide 0", "Tide 1");
        List<Long> ids = new ArrayList<>(papers.all().stream().map(Paper::id).toList());
        ids.add(1, -1L);
        assertThat(papers.byIds(ids)).isEqualTo(papers.all());
    }

    @Test
    void theDatabaseOrdersTheTrendingPapersOfADayAsJavaDoes() {
        inputs.json(
                MONDAY,
                "[" + listed("Zebras", "5", 0) + "," + listed("apples", "5", 0) + "," + listed("Éclairs", "5", 0) + ","
                        + listed("Much Discussed", "5", 3) + "," + listed("Best", "90", 0) + ","
                        + listed("Listed Earlier", "null", 9) + "," + listed("None", "0", 0) + ","
                        + listed("A Late One", "null", 0) + "]");
        List<Long> inJava = papers.ofDay(MONDAY).stream()
                .sorted(PaperOrder.trending(MONDAY))
                .map(Paper::id)
                .toList();

        Map<Long, Integer> ranks = changes.trending(MONDAY, 50);

        assertThat(inJava.stream().map(ranks::get)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(papers.byIds(inJava))
                .extracting(paper -> paper.facts().title())
                .startsWith("Best", "Much Discussed", "Zebras", "apples")
                .endsWith("None", "Listed Earlier", "A Late One");
    }

    private static String listed(String title, String upvotes, int comments) {
        return "{\"paper\": {\"title\": \"%s\", \"upvotes\": %s}, \"numComments\": %d}"
                .formatted(title, upvotes, comments);
    }

    @Test
    void theSampleStepsBackForRealPapers() {
        assertThat(samplePapers.load(MONDAY)).isTrue();
        assertThat(samplePapers.load(MONDAY)).isFalse();
        List<Paper> invented = papers.all();
        assertThat(invented).hasSizeGreaterThan(9).allSatisfy(paper -> {
            assertThat(paper.sample()).isTrue();
            assertThat(paper.url()).isEmpty();
            assertThat(paper.facts().abstractText()).startsWith("This is a sample");
            assertThat(paper.day()).contains(MONDAY);
        });

        inputs.json(MONDAY, PaperTexts.rows(7, 1));

        assertThat(papers.all()).extracting(Paper::publicId).containsExactly("2611.00007");
        assertThat(papers.find(invented.get(0).publicId()).orElseThrow().days()).isEmpty();
        assertThat(samplePapers.load(MONDAY)).isFalse();
    }

    @Test
    void anInputWithoutPapersLeavesTheSample() {
        samplePapers.load(MONDAY);

        inputs.json(MONDAY, "[7]");

        assertThat(papers.all()).isNotEmpty();
    }

    @Test
    void manyMayIngestTheSameAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<IngestReport> task = () -> inputs.json(MONDAY, PaperTexts.rows(0, 60));
            int added = 0;
            for (Future<IngestReport> report : threads.invokeAll(Collections.nCopies(8, task))) {
                added += report.get().added();
            }
            assertThat(added).isEqualTo(60);
            assertThat(papers.all()).hasSize(60);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLongPageIsStoredInNoTime() {
        inputs.json(MONDAY, PaperTexts.rows(0, 100));
        long start = System.nanoTime();
        inputs.json(MONDAY.plusDays(1), PaperTexts.rows(50, 100));
        long millis = (System.nanoTime() - start) / 1_000_000;

        assertThat(millis).isLessThan(2000);
    }
}
