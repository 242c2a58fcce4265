package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.testing.ScriptedRelay.Step;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock is set, forward or back, while mails are under way. */
@QuarkusTest
@TestProfile(ToARelay.class)
class ClockJumpsTest extends RelayFaults {
    private static final int MORE = 30;

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "P2D", "-PT1H", "-P2D"})
    void aSendThatIsUnderWayBringsEverybodyOneMailOrAReason(Duration jump) throws Exception {
        house.importList(IntStream.range(0, MORE)
                        .mapToObj(it -> address(it) + ",moss,,,")
                        .collect(Collectors.joining("\n", "email,queries,frequency,time_zone,send_at\n", "\n")))
                .statusCode(200);
        relay.answer(Step.RCPT, BOB, "450 4.2.1 later");
        var gate = new CountDownLatch(1);
        relay.answerAfter(gate, ADA);
        var location = planned();
        var sending = CompletableFuture.runAsync(house::deliver);
        while (relay.received(ADA).isEmpty()) {
            Thread.onSpinWait();
        }

        house.clock().set(house.now().plus(jump));
        gate.countDown();
        sending.get(30, TimeUnit.SECONDS);
        relay.answer(Step.RCPT, BOB, "250 2.1.5 now");
        // What is to be tried again after a minute waits until then, by whichever clock that was said.
        house.clock().set(house.now().plus(jump.abs()).plus(Duration.ofMinutes(3)));
        house.deliver();
        house.deliver();

        var gaveUp = jump.compareTo(Duration.ofDays(1)) > 0 ? 1 : 0;
        assertThat(house.progress(location))
                .containsEntry("state", "DONE")
                .containsEntry("sent", MORE + 2 - gaveUp)
                .containsEntry("rejected", gaveUp);
        assertThat(IntStream.range(0, MORE).mapToLong(it -> relay.accepted(address(it))))
                .containsOnly(1L);
        assertThat(relay.accepted(ADA)).isEqualTo(1);
        assertThat(relay.accepted(BOB))
                .as("was refused for now, and a day seems to have passed")
                .isEqualTo(1 - gaveUp);
    }

    private static String address(int number) {
        return "reader" + number + "@engine.example";
    }
}
