package dev.paperround;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Several contestants measured in turn, round by round, so that a noisy machine troubles all alike; the first is the
 * baseline. Prints medians and their ratio to it.
 */
public final class Rounds {
    private final int rounds;
    private final String unit;
    private final Map<String, Callable<Double>> contestants = new LinkedHashMap<>();

    public Rounds(int rounds, String unit) {
        this.rounds = rounds;
        this.unit = unit;
    }

    /** {@code figure}: one run's result, in the unit. */
    public Rounds with(String name, Callable<Double> figure) {
        contestants.put(name, figure);
        return this;
    }

    public void run() throws Exception {
        var figures = new LinkedHashMap<String, double[]>();
        contestants.keySet().forEach(name -> figures.put(name, new double[rounds]));
        for (var round = 0; round < rounds; round++) {
            for (var contestant : contestants.entrySet()) {
                figures.get(contestant.getKey())[round] = contestant.getValue().call();
            }
        }
        var baseline = median(figures.values().iterator().next());
        System.out.printf("%-48s %14s %14s %14s %8s%n", unit, "median", "lowest", "highest", "ratio");
        figures.forEach((name, values) -> System.out.printf(
                Locale.ROOT,
                "%-48s %,14.3f %,14.3f %,14.3f %8.2f%n",
                name,
                median(values),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow(),
                median(values) / baseline));
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
