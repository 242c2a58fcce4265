package dev.paperround.web.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class EvenPaceTest {
    @Property
    void whateverTheWorkTookTheAnswerComesAtAFullStep(@ForAll @LongRange(min = 0, max = 350_000_000) long nanoseconds) {
        var taken = Duration.ofNanos(nanoseconds);
        var rest = EvenPace.rest(taken);
        assertThat(rest).isGreaterThanOrEqualTo(Duration.ofMillis(1)).isLessThan(Duration.ofMillis(101));
        assertThat(taken.plus(rest).toNanos() % EvenPace.STEP.toNanos()).isZero();
    }
}
