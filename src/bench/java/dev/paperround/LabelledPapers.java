package dev.paperround;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.paperround.paper.PaperMetadata;
import dev.paperround.paper.source.savedpage.SavedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Papers, and interests with the papers that somebody who has them would want (2) or find related (1). */
record LabelledPapers(String origin, List<PaperMetadata> papers, List<Interest> interests) {
    private static final int AT = 10;

    record Interest(String text, Map<String, Integer> grades) {
        private int grade(PaperMetadata paper) {
            return grades.getOrDefault(paper.title(), 0);
        }

        double ndcg(List<PaperMetadata> papers, double[] scores) {
            var best = IntStream.range(0, scores.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -scores[i]))
                    .map(i -> grade(papers.get(i)))
                    .toList();
            var ideal =
                    grades.values().stream().sorted(Comparator.reverseOrder()).toList();
            return gain(best) / gain(ideal);
        }

        private static double gain(List<Integer> grades) {
            return IntStream.range(0, Math.min(AT, grades.size()))
                    .mapToDouble(i -> grades.get(i) * Math.log(2) / Math.log(i + 2))
                    .sum();
        }

        // Precision counts both grades, recall the higher one; then how many were found.
        double[] precisionAndRecall(List<PaperMetadata> papers, BitSet found) {
            var good = found.stream().filter(i -> grade(papers.get(i)) > 0).count();
            var wanted = found.stream().filter(i -> grade(papers.get(i)) > 1).count();
            var all = grades.values().stream().filter(grade -> grade > 1).count();
            return new double[] {
                good / (double) Math.max(1, found.cardinality()),
                wanted / (double) Math.max(1, all),
                found.cardinality()
            };
        }
    }

    static LabelledPapers read(Path labels) throws IOException {
        if (!Files.exists(labels.resolve("interests.json"))) {
            return InventedLabels.all();
        }
        var papers = new LinkedHashMap<String, PaperMetadata>();
        try (var pages = Files.list(labels.resolve("../../seeds"))) {
            for (var page :
                    pages.filter(it -> it.toString().endsWith(".txt")).sorted().toList()) {
                SavedPage.read(Files.readString(page), LocalDate.of(2026, 12, 10))
                        .drafts()
                        .forEach(draft -> papers.putIfAbsent(draft.facts().title(), draft.facts()));
            }
        }
        var interests = new ArrayList<Interest>();
        for (JsonNode node :
                new ObjectMapper().readTree(labels.resolve("interests.json").toFile())) {
            var grades = new HashMap<String, Integer>();
            node.path("relevant")
                    .properties()
                    .forEach(it -> grades.put(it.getKey(), it.getValue().intValue()));
            if (!papers.keySet().containsAll(grades.keySet())) {
                throw new IOException("a labelled paper is not on the pages: " + node.path("id"));
            }
            interests.add(new Interest(node.path("text").asText(), grades));
        }
        return new LabelledPapers(labels.toString(), List.copyOf(papers.values()), interests);
    }
}
