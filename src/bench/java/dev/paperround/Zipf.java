package dev.paperround;

import java.util.Arrays;
import java.util.Random;

/** Numbers below a limit, the lower the more often. */
final class Zipf {
    private final double[] upTo;

    Zipf(int limit, double exponent) {
        upTo = new double[limit];
        var sum = 0.0;
        for (var i = 0; i < limit; i++) {
            sum += 1 / Math.pow(i + 1, exponent);
            upTo[i] = sum;
        }
    }

    int next(Random random) {
        var found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(upTo.length - 1, found < 0 ? -found - 1 : found);
    }
}
