package dev.paperround;

import java.util.Arrays;

/** Whether two samples may be of one kind: the two-sided test of Mann and Whitney, by its normal approximation. */
final class MannWhitney {
    private MannWhitney() {}

    /** How often chance alone would part them as far; below 0.01 they differ. */
    static double p(double[] one, double[] other) {
        var all = new double[one.length + other.length];
        System.arraycopy(one, 0, all, 0, one.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        Arrays.sort(all);
        var ranks = Arrays.stream(one).map(value -> rank(all, value)).sum();
        double n = one.length;
        double m = other.length;
        var u = ranks - n * (n + 1) / 2;
        var z = Math.abs(u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
        return 2 * upperTail(z);
    }

    /** The mean of the places that equal values share, from 1. */
    private static double rank(double[] sorted, double value) {
        var at = Arrays.binarySearch(sorted, value);
        var first = at;
        var last = at;
        while (first > 0 && sorted[first - 1] == value) {
            first--;
        }
        while (last < sorted.length - 1 && sorted[last + 1] == value) {
            last++;
        }
        return (first + last) / 2.0 + 1;
    }

    /** Abramowitz and Stegun, 26.2.17. */
    private static double upperTail(double z) {
        var t = 1 / (1 + 0.2316419 * z);
        var sum = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * sum;
    }
}
