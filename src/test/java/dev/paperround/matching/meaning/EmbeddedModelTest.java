package dev.paperround.matching.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedModelTest {
    private static final String SOUGHT = "robots that learn from watching people";

    private static Embedder model;

    @BeforeAll
    static void load() throws IOException {
        model = EmbeddedModel.load();
    }

    @Test
    void textsOfTheSameMeaningAreCloserThanTextsWithTheSameWords() throws IOException {
        var vectors = model
                .embed(List.of(
                        SOUGHT,
                        "Manipulators imitate human demonstrations recorded on video.",
                        "People who watch robots on television learn little."))
                .stream()
                .map(Vector::of)
                .toList();

        assertThat(vectors.get(0).cosine(vectors.get(0))).isBetween(0.99f, 1.01f);
        assertThat(vectors.get(0).cosine(vectors.get(1))).isGreaterThan(0.4f);
        assertThat(model.embed(List.of(SOUGHT)).get(0)).hasSize(384);
    }

    @Test
    void aPaperIsCloseToWhatOneOfItsPassagesSays() throws IOException {
        var passing = paper(
                "A Survey of Kitchens",
                "We count pans in many homes. Pans are round and mostly black. "
                        + "Some homes have few pans. At last a robot learns to cook by watching people cook with these pans.");
        var silent = paper(
                "A Survey of Kitchens",
                "We count pans in many homes. Pans are round and mostly black. "
                        + "Some homes have few pans. At last we ask how many lids belong to how many pans.");
        var sought = Vector.of(model.embed(List.of(SOUGHT)).get(0));

        assertThat(passing.closeness(sought)).isGreaterThan(silent.closeness(sought) + 0.3f);
    }

    @Test
    void vectorsAreTheSameAfterTheyWereKept() throws IOException {
        var paper = paper("Tides", "The sea rises. The sea falls. Nobody is surprised.");

        assertThat(PaperVectors.of(paper.toBytes()).toBytes()).isEqualTo(paper.toBytes());
        assertThat(Vector.of(paper.whole().toBytes()).cosine(paper.whole())).isBetween(0.99f, 1.01f);
    }

    private static PaperVectors paper(String title, String abstractText) throws IOException {
        return PaperVectors.of(model.embed(PaperPassages.of(title, abstractText)));
    }
}
