package dev.paperround;

import dev.paperround.paper.PaperMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small set of our own: of each subject two papers that somebody would want, and one that is related. */
final class InventedLabels {
    private static final String SUBJECTS = """
            machines that pick up household things after seeing a person do it
            Copying Chores from Kitchen Cameras | A manipulator imitates people who tidy a table, from recordings alone. No teleoperation is needed.
            One Look Is Enough: Arms That Mimic | From a single human demonstration our policy learns to open drawers and pour tea.
            Grasp Stability on Wet Dishes | We measure how friction changes the force that a gripper needs.

            telling when a chat program makes things up
            Confident and Wrong | Language models state falsehoods fluently; we detect them by the entropy of resampled answers.
            Checking Each Claim Against a Library | Every sentence of a generated reply is verified with retrieved sources.
            Calibration of Answers in Trivia | How well do probabilities of language models match how often they are right?

            cheaper weather prediction without supercomputers
            A Week Ahead on One Graphics Card | A neural network predicts wind and pressure around the globe as well as numerical models.
            Learned Emulators of Rain | Convolutional emulators forecast precipitation a thousand times faster than simulation.
            Downscaling Old Climate Records | Coarse reanalysis data are refined to a grid of a kilometre.

            reading the genome with methods from language processing
            Sentences of Nucleotides | A transformer pretrained on DNA sequences predicts promoters and splice sites.
            Tokens for Chromosomes | We study how to split genomic sequences into subwords for masked modelling.
            Clustering Cells by Expression | Graph clustering of single-cell counts finds rare types of cells.

            making pictures from written descriptions with fewer steps
            Painting in Two Strokes | A distilled diffusion model turns captions into images with two evaluations.
            Straight Paths to Images | Rectified flows generate text-conditioned images in a handful of steps.
            Captions That Say More | Longer image descriptions improve how well generators follow prompts.

            hiding secrets that training data would reveal
            Noise for Gradients | Differentially private optimisation bounds what a network can leak about each person.
            Forgetting on Request | We remove the influence of single records from a trained model.
            Who Was in the Data? | Membership inference works less well than reported.

            """;

    private InventedLabels() {}

    static LabelledPapers all() {
        List<PaperMetadata> papers = new ArrayList<>();
        List<LabelledPapers.Interest> interests = new ArrayList<>();
        for (var subject : SUBJECTS.split("\n\n")) {
            var lines = subject.strip().split("\n");
            Map<String, Integer> grades = new HashMap<>();
            for (var i = 1; i < lines.length; i++) {
                var parts = lines[i].split(" \\| ");
                papers.add(paper(parts[0], parts[1]));
                grades.put(parts[0], i < 3 ? 2 : 1);
            }
            interests.add(new LabelledPapers.Interest(lines[0], grades));
        }
        return new LabelledPapers("the bench itself", papers, interests);
    }

    private static PaperMetadata paper(String title, String abstractText) {
        return new PaperMetadata(
                title,
                abstractText,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
