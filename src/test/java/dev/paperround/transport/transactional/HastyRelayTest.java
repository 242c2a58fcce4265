package dev.paperround.transport.transactional;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.House;
import dev.paperround.testing.HastyRelay;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Single mails to a relay that greets at once and hangs up after each mail. */
@QuarkusTest
@TestProfile(ToARelay.class)
class HastyRelayTest {
    private static final int HALF = 300;

    @Inject
    House house;

    @Test
    void sixHundredMailsArriveOnceAndNoneWaits() throws IOException {
        house.empty();
        try (var relay = new HastyRelay(ToARelay.port())) {
            signUp(0);
            house.sendLetters();
            signUp(HALF);
            CompletableFuture.runAsync(house::sendLetters).join();

            assertThat(relay.recipients())
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 2 * HALF)
                            .mapToObj(HastyRelayTest::address)
                            .toList());
            assertThat(relay.longestPause(0, HALF)).isLessThan(Duration.ofSeconds(20));
            assertThat(relay.longestPause(HALF, HALF)).isLessThan(Duration.ofSeconds(20));
        }
        assertThat(house.count("select count(*) from mail_request")).isZero();
    }

    @Test
    void aMailWaitsForARelayThatIsAway() throws IOException {
        house.empty();
        house.signUp(Map.of("email", address(0), "filters", List.of(Map.of("query", "moss"))))
                .statusCode(202);
        house.sendLetters();
        assertThat(house.count("select attempts from mail_request")).isZero();

        try (var relay = new HastyRelay(ToARelay.port())) {
            house.clock().set(house.clock().instant().plus(Duration.ofSeconds(2)));
            house.sendLetters();
            assertThat(relay.recipients()).containsExactly(address(0));
        }
    }

    private void signUp(int from) {
        for (var i = from; i < from + HALF; i++) {
            house.signUp(Map.of("email", address(i), "filters", List.of(Map.of("query", "moss"))))
                    .statusCode(202);
        }
    }

    private static String address(int number) {
        return "reader" + number + "@hasty.example";
    }
}
