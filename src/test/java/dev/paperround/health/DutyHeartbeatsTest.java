package dev.paperround.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperround.testing.TestClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DutyHeartbeatsTest {
    private final TestClock clock = new TestClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DutyHeartbeats heartbeats = new DutyHeartbeats(clock, meters);

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    @Test
    void workThatGivesNoSignOfLifeIsToldByName() {
        heartbeats.expectAll();
        pass(Duration.ofMinutes(11));
        for (var duty : Duty.values()) {
            if (duty != Duty.PLANNING) {
                heartbeats.beat(duty);
            }
        }

        assertThat(heartbeats.silent())
                .extracting(Object::toString)
                .containsExactly(
                        "Planning the digests that are due has stopped: there was no sign of it for 11 minutes.");
        assertThat(meters.get("paperround.duty.silence.seconds")
                        .tag("duty", "planning")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(660);

        heartbeats.run(Duty.PLANNING, () -> {});
        assertThat(heartbeats.troubles()).isEmpty();
    }

    @Test
    void whereNothingIsScheduledNothingIsMissed() {
        pass(Duration.ofDays(1));
        assertThat(heartbeats.troubles()).isEmpty();

        heartbeats.expectAll();
        heartbeats.expectNone();
        pass(Duration.ofDays(1));
        assertThat(heartbeats.troubles()).isEmpty();
    }

    @Test
    void workThatFailsForLongIsToldWithItsReasonUntilItSucceeds() {
        heartbeats.expectAll();
        for (var minute = 0; minute <= 11; minute++) {
            assertThat(heartbeats.silent()).as("minute %s", minute).isEmpty();
            assertThatThrownBy(() -> heartbeats.run(Duty.PLANNING, DutyHeartbeatsTest::failToReachTheDatabase))
                    .isInstanceOf(IllegalStateException.class);
            if (minute < 11) {
                pass(Duration.ofMinutes(1));
            }
            Arrays.stream(Duty.values()).forEach(heartbeats::beat);
        }

        assertThat(heartbeats.silent()).isEmpty();
        assertThat(heartbeats.troubles())
                .extracting(Object::toString)
                .containsExactly(
                        "Planning the digests that are due has failed for 11 minutes: the database cannot be reached.");

        heartbeats.run(Duty.PLANNING, () -> {});
        assertThat(heartbeats.troubles()).isEmpty();
    }

    private static void failToReachTheDatabase() {
        throw new IllegalStateException(new SQLException("gone", "08006"));
    }

    @Test
    void oneFailureAmongSuccessesIsNoTrouble() {
        heartbeats.expectAll();
        heartbeats.failed(Duty.POLLING, new ConnectException("Connection refused"));
        heartbeats.succeeded(Duty.POLLING);
        pass(Duration.ofMinutes(9));

        assertThat(heartbeats.troubles()).isEmpty();
    }
}
