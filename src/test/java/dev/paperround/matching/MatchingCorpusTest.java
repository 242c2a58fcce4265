package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.index.PaperIndex;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.PaperText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Labelled pairs of a query and a paper that lie beside the project, where they do. */
class MatchingCorpusTest {
    private static final Path CASES = Path.of("../shared/cases/matching.tsv");

    @Test
    void everyLabelledCaseHolds() throws IOException {
        if (!Files.exists(CASES)) {
            System.out.println("NOT TESTED: " + CASES + " is not there; only the project's own tables were.");
            return;
        }
        List<String> wrong = Files.readAllLines(CASES).stream()
                .skip(1)
                .filter(row -> !row.isBlank() && !holds(row.split("\t", -1)))
                .toList();

        assertThat(wrong).isEmpty();
    }

    private static boolean holds(String[] row) {
        PaperText paper = new PaperText(row[1], row[2], List.of(row[3].split("; ")), null, List.of(), null);
        return Query.parse(row[0])
                .query()
                .filter(query -> PaperIndex.of(List.of(paper)).match(query).get(0) == row[4].equals("Y"))
                .isPresent();
    }
}
