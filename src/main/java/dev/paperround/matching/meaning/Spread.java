package dev.paperround.matching.meaning;

import java.util.List;

/** Knows how close the papers of an archive usually are to a text, by a sample of them. */
public final class Spread {
    // With fewer papers, their average says more of the papers than of the text.
    public static final int FEWEST = 50;

    // The error of the average is then a sixteenth of a standard deviation.
    public static final int MOST = 256;

    private static final float NARROWEST = 0.01f;

    private final List<PaperVectors> sample;

    public Spread(List<PaperVectors> sample) {
        this.sample = List.copyOf(sample);
    }

    public Interest interest(Vector sought, long self) {
        double sum = 0;
        double squares = 0;
        for (PaperVectors paper : sample) {
            float closeness = paper.closeness(sought);
            sum += closeness;
            squares += closeness * closeness;
        }
        double mean = sum / Math.max(1, sample.size());
        double variance = squares / Math.max(1, sample.size()) - mean * mean;
        float deviation = (float) Math.sqrt(Math.max(0, variance));
        return new Interest(sought, (float) mean, Math.max(NARROWEST, deviation), self);
    }
}
