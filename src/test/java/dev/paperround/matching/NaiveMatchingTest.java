package dev.paperround.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.matching.index.PaperIndex;
import dev.paperround.matching.query.Query;
import dev.paperround.matching.text.PaperText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everyday filters over saved pages, against somebody who reads every line and looks for each spelling. */
class NaiveMatchingTest {
    private static final Path SEEDS = Path.of("../shared/seeds");
    private static final String DASH = "[-\\u2010-\\u2015\\u2212]";

    /** A filter, and what the reader looks for; in any case unless it is an acronym. */
    private record Term(String filter, String spellings) {
        boolean isIn(String line) {
            int flags = filter.equals(filter.toUpperCase(Locale.ROOT)) ? 0 : Pattern.CASE_INSENSITIVE;
            return Pattern.compile(
                            "(?<![\\p{L}\\p{N}])(?:" + spellings.replace("-", DASH) + ")(?![\\p{L}\\p{N}])", flags)
                    .matcher(line)
                    .find();
        }
    }

    private static final List<Term> TERMS = List.of(
            new Term("pretraining", "pre-?train(s|ed|ing|ings)?"),
            new Term("pre-training", "(pre-?|pre )train(s|ed|ing|ings)?"),
            new Term("finetuning", "fine-?tun(e|es|ed|ing|ings)"),
            new Term("fine-tuned", "(fine-?|fine )tun(e|es|ed|ing|ings)"),
            new Term("multimodal", "multi-?modal"),
            new Term("multi-modal", "(multi-?|multi )modal"),
            new Term("few-shot", "(few-?|few )shots?"),
            new Term("zero-shot", "(zero-?|zero )shots?"),
            new Term("text-to-image", "text(-?| )to(-?| )images?"),
            new Term("end-to-end", "end(-?| )to(-?| )end"),
            new Term("state-of-the-art", "state(-?| )of(-?| )the(-?| )art"),
            new Term("open-source", "open(-?| )sourc(e|es|ed|ing)"),
            new Term("large-scale", "large(-?| )scal(e|es|ed|ing)"),
            new Term("\"language model\"", "language(-?| )model(s|ed|ing|led|ling)?"),
            new Term("\"reinforcement learning\"", "reinforcement(-?| )learn(s|ed|ing)?"),
            new Term("benchmark", "benchmark(s|ed|ing)?"),
            new Term("dataset", "data-?sets?"),
            new Term("diffusion", "diffusions?"),
            new Term("transformer", "transformers?"),
            new Term("reasoning", "reason(s|ed|ing)?"),
            new Term("agents", "agents?"),
            new Term("LLM", "LLMs?"),
            new Term("RAG", "RAGs?"),
            new Term("3D", "3-?Ds?"),
            new Term("GPT-4", "GPT[- ]?4"),
            new Term("robots", "robots?"),
            new Term("quantization", "quanti[sz]ations?"),
            new Term("optimise", "optimi[sz](e|es|ed|ing)"));

    @Test
    void everydayFiltersFindWhatAReaderFinds() throws IOException {
        List<String> lines = lines();
        PaperIndex index = PaperIndex.of(lines.stream()
                .map(line -> new PaperText(line, null, List.of(), null, List.of(), null))
                .toList());
        int both = 0;
        int read = 0;
        int matched = 0;
        for (Term term : TERMS) {
            BitSet reader = new BitSet();
            for (int i = 0; i < lines.size(); i++) {
                reader.set(i, term.isIn(lines.get(i)));
            }
            BitSet found = index.match(Query.parse(term.filter()).query().orElseThrow());
            BitSet agreed = (BitSet) reader.clone();
            agreed.and(found);
            System.out.printf(
                    Locale.ROOT,
                    "%-26s reader %4d, filter %4d, both %4d%n",
                    term.filter(),
                    reader.cardinality(),
                    found.cardinality(),
                    agreed.cardinality());
            both += agreed.cardinality();
            read += reader.cardinality();
            matched += found.cardinality();
        }
        System.out.printf(Locale.ROOT, "recall %.4f, precision %.4f%n", (double) both / read, (double) both / matched);

        assertThat(both).isPositive();
        assertThat((double) both / read).isGreaterThanOrEqualTo(0.99);
        assertThat((double) both / matched).isGreaterThanOrEqualTo(0.98);
    }

    private static List<String> lines() throws IOException {
        if (!Files.isDirectory(SEEDS)) {
            System.out.println("SAVED PAGES NOT THERE (" + SEEDS + "): invented lines are read instead.");
            return Table.rows("everyday-lines.txt").toList();
        }
        try (Stream<Path> pages = Files.list(SEEDS)) {
            return pages.sorted().flatMap(NaiveMatchingTest::linesOf).toList();
        }
    }

    private static Stream<String> linesOf(Path page) {
        try {
            return Files.readAllLines(page).stream().filter(line -> line.length() > 30);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
