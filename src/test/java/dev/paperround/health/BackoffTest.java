package dev.paperround.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void theWaitDoublesUpToTheLongest() {
        var backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));

        assertThat(IntStream.of(0, 1, 2, 5, 6, 7, 1_000_000).mapToObj(backoff::after))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 32L, 60L, 60L, 60L);
    }

    @Test
    void aFirstWaitIsNeverCutShort() {
        var backoff = new Backoff(Duration.ofHours(2), Duration.ofHours(1));

        assertThat(backoff.after(0)).isEqualTo(Duration.ofHours(2));
        assertThat(backoff.after(3)).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void thoseThatFailedTogetherDoNotRetryTogether() {
        var backoff = new Backoff(Duration.ofMinutes(1), Duration.ofMinutes(8), 0.2);

        var waits = IntStream.range(0, 200).mapToObj(any -> backoff.after(9)).toList();

        assertThat(waits)
                .allSatisfy(it -> assertThat(it).isBetween(Duration.ofMillis(384_000), Duration.ofMillis(576_000)));
        assertThat(waits.stream().distinct().count()).isGreaterThan(100);
    }
}
