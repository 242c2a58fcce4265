package dev.paperround;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Addresses nobody reads; few queries are many people's, and many are few people's (Zipf's law). */
final class InventedSubscribers {
    private InventedSubscribers() {}

    static String csv(int from, int to, int differentQueries) {
        var random = new Random(from);
        return IntStream.range(from, to)
                .mapToObj(
                        it -> "reader%d@example.org,%s,DAILY,UTC,08:00".formatted(it, query(random, differentQueries)))
                .collect(Collectors.joining("\n", "email,queries,frequency,time_zone,send_at\n", "\n"));
    }

    private static String query(Random random, int different) {
        var rank = (int) Math.pow(different, random.nextDouble()) - 1;
        var topics = InventedPapers.TOPICS;
        var first = topics.get(rank % topics.size());
        var second = topics.get((rank / topics.size() + rank + 1) % topics.size());
        var third = topics.get((rank * 7 + 3) % topics.size());
        return first + " OR " + second + " OR " + third;
    }
}
