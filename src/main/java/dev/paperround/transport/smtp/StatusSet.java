package dev.paperround.transport.smtp;

import java.util.Arrays;
import java.util.List;

/** Matches enhanced status codes against a list such as {@code 5.1.1 5.7.20-32 4.*.*}. */
final class StatusSet {
    private record Range(int from, int to) {
        static Range of(String text) {
            var ends = text.split("-");
            return text.equals("*")
                    ? new Range(0, Integer.MAX_VALUE)
                    : new Range(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        }

        boolean holds(int number) {
            return from <= number && number <= to;
        }
    }

    private final List<List<Range>> patterns;

    private StatusSet(List<List<Range>> patterns) {
        this.patterns = patterns;
    }

    static StatusSet of(String codes) {
        return new StatusSet(Arrays.stream(codes.split(" "))
                .map(code -> Arrays.stream(code.split("\\.")).map(Range::of).toList())
                .toList());
    }

    boolean holds(EnhancedStatus status) {
        return patterns.stream()
                .anyMatch(it -> it.get(0).holds(status.level())
                        && it.get(1).holds(status.subject())
                        && it.get(2).holds(status.detail()));
    }
}
