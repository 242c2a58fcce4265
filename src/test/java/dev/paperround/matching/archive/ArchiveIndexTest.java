package dev.paperround.matching.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.archive.ArchivedPaper.Feature;
import dev.paperround.matching.index.PaperIndex;
import dev.paperround.matching.meaning.Interests;
import dev.paperround.matching.meaning.PaperVectors;
import dev.paperround.matching.meaning.Spread;
import dev.paperround.matching.meaning.Vector;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.PaperText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIndexTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final List<String> WORDS = List.of(
            "diffusion", "video", "pre-training", "RAG", "filters", "graph", "3D", "model", "pi0.5", "扩散模型", "Müller");
    private static final List<String> PIECES = List.of(
            "diffusion",
            "video",
            "filter",
            "\"diffusion video\"",
            "graph*",
            "title:model",
            "abstract:(graph OR video)",
            "upvotes:>=5",
            "upvotes:<3",
            "author:müller",
            "扩散",
            "\"model gra\"*",
            "3D",
            "pi0.5",
            "pretraining",
            "pre-train*",
            "RAG",
            "=filter",
            "trending:5",
            "like:\"one\"",
            "like:\"two\"~broad",
            "like:\"three\"~narrow",
            "author:\"J. diffusion\"");

    @TempDir
    Path directory;

    @Test
    void itFindsWhatAWindowOfTheSamePapersFinds() throws IOException {
        var random = new Random(7);
        var papers = IntStream.range(0, 300).mapToObj(i -> paper(i, random)).toList();
        var vectors = papers.stream()
                .map(it -> PaperVectors.of(it.vectors().orElseThrow()))
                .toList();
        var spread = new Spread(vectors);
        Interests interests = like ->
                Optional.of(spread.interest(vector(new Random(like.text().hashCode())), 1_007));
        var window = PaperIndex.of(papers.stream().map(ArchivedPaper::text).toList(), like -> {
            var closeness = new float[papers.size()];
            for (var i = 0; i < closeness.length; i++) {
                closeness[i] =
                        interests.of(like).orElseThrow().closeness(papers.get(i).id(), vectors.get(i));
            }
            return closeness;
        });
        try (var index = open("a")) {
            index.replace(papers);
            index.reached(1);
            for (var i = 0; i < 400; i++) {
                var query = query(random);
                var inWindow = window.match(query).stream()
                        .mapToObj(position -> papers.get(position).id())
                        .collect(Collectors.toSet());

                var found = index.search(ArchiveSearch.of(query), interests);

                assertThat(found.ids()).as(query.toString()).containsExactlyInAnyOrderElementsOf(inWindow);
                assertThat(found.total()).isEqualTo(inWindow.size());
                assertThat(index.search(ArchiveSearch.of(query).by(ArchiveOrder.BEST), interests)
                                .ids())
                        .as(query.toString())
                        .isEqualTo(best(window, query, papers));
                var firstPage = index.search(
                        ArchiveSearch.of(query).by(ArchiveOrder.BEST).page(2, 20), interests);
                assertThat(firstPage.ids())
                        .as(query.toString())
                        .isEqualTo(best(window, query, papers).stream()
                                .skip(2)
                                .limit(20)
                                .toList());
                assertThat(firstPage.total()).isEqualTo(inWindow.size());
            }
        }
    }

    @Test
    void itGivesPagesInTheOrderOfDaysAndOnlyOfTheDaysAskedFor() throws IOException {
        try (var index = open("a")) {
            index.replace(IntStream.range(0, 40)
                    .mapToObj(i -> paper(i, "A model", DAY.minusDays(i / 10), 9 - i % 10))
                    .toList());
            index.reached(1);
            var query = Query.parse("model").query().orElseThrow();

            var lastTwoDays = ArchiveSearch.of(query).ofLast(2);

            assertThat(index.search(lastTwoDays.page(8, 4)))
                    .isEqualTo(new ArchiveSearch.Found(20, 20, List.of(1L, 0L, 19L, 18L)));
            assertThat(index.search(lastTwoDays.page(30, 4))).isEqualTo(new ArchiveSearch.Found(20, 20, List.of()));
            assertThat(index.search(ArchiveSearch.of(query).on(Optional.of(DAY.minusDays(3))))
                            .ids())
                    .containsExactly(39L, 38L, 37L, 36L, 35L, 34L, 33L, 32L, 31L, 30L);
        }
    }

    @Test
    void whatWasCommittedIsThereAfterAStartAndKnowsHowFarItHadCome() throws IOException {
        try (var index = open("a")) {
            index.replace(List.of(paper(1, "A model", DAY, 0), paper(2, "A graph", DAY, 1)));
            index.reached(17);
        }
        try (var index = open("a")) {
            assertThat(index.mark()).isEqualTo(OptionalLong.of(17));
            index.remove(List.of(1L));
            index.reached(18);
            assertThat(index.search(ArchiveSearch.everything()).ids()).containsExactly(2L);
        }
        try (var index = open("of another database")) {
            assertThat(index.mark()).isEmpty();
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void aSecondProgramIsToldThatTheIndexIsInUse() throws IOException {
        try (var index = open("a")) {
            assertThat(ArchiveIndex.tryOpen(directory, "a")).isEmpty();
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void filesThatAreNoIndexAreReplaced() throws IOException {
        try (var index = open("a")) {
            index.replace(List.of(paper(1, "A model", DAY, 0)));
            index.reached(17);
        }
        try (var files = Files.list(directory)) {
            for (var file : files.filter(it -> it.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "scribble");
            }
        }
        try (var index = open("a")) {
            assertThat(index.mark()).isEmpty();
            assertThat(index.size()).isZero();
        }
    }

    private ArchiveIndex open(String archive) throws IOException {
        return ArchiveIndex.tryOpen(directory, archive).orElseThrow();
    }

    private static List<Long> best(PaperIndex window, Query query, List<ArchivedPaper> papers) {
        var scores = window.scores(query);
        return window.match(query).stream()
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(it -> -scores[it])
                        .thenComparing(it -> -upvotes(papers.get(it)))
                        .thenComparing(it -> papers.get(it).newest().day(), Comparator.reverseOrder())
                        .thenComparing(it -> papers.get(it).newest().position())
                        .thenComparing(it -> papers.get(it).id()))
                .map(it -> papers.get(it).id())
                .toList();
    }

    private static int upvotes(ArchivedPaper paper) {
        return paper.text().upvotes() == null ? -1 : paper.text().upvotes();
    }

    private static Query query(Random random) {
        while (true) {
            var text = new StringBuilder();
            for (var parts = 1 + random.nextInt(4); parts > 0; parts--) {
                text.append(random.nextInt(4) == 0 ? "-" : "")
                        .append(PIECES.get(random.nextInt(PIECES.size())))
                        .append(random.nextInt(3) == 0 && parts > 1 ? " OR " : " ");
            }
            var parsed = Query.parse(text.toString()).query();
            if (parsed.isPresent()) {
                return parsed.get();
            }
        }
    }

    private static ArchivedPaper paper(long id, String title, LocalDate day, int position) {
        var text = new PaperText(title, "", List.of(), "", List.of(), null);
        return new ArchivedPaper(id, text, List.of(new Feature(day, position, position + 1)));
    }

    private static ArchivedPaper paper(int number, Random random) {
        var feature = new Feature(DAY.minusDays(random.nextInt(20)), random.nextInt(50), 1 + random.nextInt(60));
        var text = new PaperText(
                words(random, 4),
                words(random, 12),
                List.of("J. " + words(random, 1), "Ada Müller"),
                words(random, 1),
                List.of(words(random, 2), words(random, 1)),
                random.nextInt(5) == 0 ? null : random.nextInt(10),
                feature.trendingRank());
        return new ArchivedPaper(
                1000 + number,
                text,
                List.of(feature),
                Optional.of(new PaperVectors(vector(random), List.of(vector(random))).toBytes()));
    }

    private static Vector vector(Random random) {
        var values = new float[16];
        for (var i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Vector.of(values);
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(random.nextInt(3) == 0 ? "-" : " "));
    }
}
