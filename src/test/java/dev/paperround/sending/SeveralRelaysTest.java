package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.sending.engine.Deliverer;
import dev.paperround.sending.engine.OwnDeliverer;
import dev.paperround.testing.Ports;
import dev.paperround.testing.ScriptedRelay;
import dev.paperround.testing.ScriptedRelay.Step;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Digests over relays with weights; single mails have theirs. */
@QuarkusTest
class SeveralRelaysTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final int READERS = 120;

    @Inject
    Deliverer programs;

    private final int smallPort = Ports.free();
    private OwnDeliverer deliverer;
    private ScriptedRelay large;
    private ScriptedRelay small;

    @BeforeEach
    void readers() {
        house.ingestRows(DAY, House.rows(House.row("2611.70001", "Kites that fly by night", "Of kites.", 3)));
        house.importList(IntStream.range(0, READERS)
                        .mapToObj(it -> reader(it) + ",kites,,,")
                        .collect(Collectors.joining("\n", "email,queries,frequency,time_zone,send_at\n", "\n")))
                .statusCode(200);
        large = new ScriptedRelay(0);
        deliverer = new OwnDeliverer(
                programs,
                house.clock(),
                Map.of(
                        "paperround.delivery.connections", "8",
                        "paperround.delivery.relays.large.host", "localhost",
                        "paperround.delivery.relays.large.port", Integer.toString(large.port()),
                        "paperround.delivery.relays.large.weight", "3",
                        "paperround.delivery.relays.small.host", "localhost",
                        "paperround.delivery.relays.small.port", Integer.toString(smallPort),
                        "paperround.delivery.reply-timeout", "3s"));
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        deliverer.close();
        large.close();
        if (small != null) {
            small.close();
        }
    }

    private static String reader(int number) {
        return "reader%d@relays.example".formatted(number);
    }

    private Map<String, Object> send() {
        var location = house.startSend(Map.of("day", DAY, "audience", Map.of("all", true)))
                .statusCode(202)
                .extract()
                .header("Location");
        house.planSends();
        deliverer.deliver();
        return house.progress(location);
    }

    @Test
    void bothTakeTheirShareAndEverybodyGetsOneMail() {
        small = new ScriptedRelay(smallPort);

        assertThat(send()).containsEntry("sent", READERS).containsEntry("state", "DONE");

        assertThat(large.mostAtOnce()).isBetween(1, 6);
        assertThat(small.mostAtOnce()).isBetween(1, 2);
        assertThat(readers(it -> large.received(it).size() + small.received(it).size()))
                .containsOnly(1);
        assertThat(readers(it -> small.received(it).size())).contains(0, 1);
    }

    @Test
    void oneThatIsDownHoldsNobodyUp() {
        assertThat(send()).containsEntry("sent", READERS).containsEntry("state", "DONE");

        assertThat(readers(it -> large.received(it).size())).containsOnly(1);
    }

    @Test
    void oneWhoseSettingsAreWrongDoesNotPauseTheSend() {
        small = new ScriptedRelay(smallPort);
        small.answer(Step.EHLO, "", "550 not for you");

        assertThat(send()).containsEntry("sent", READERS).containsEntry("state", "DONE");

        assertThat(readers(it -> large.received(it).size())).containsOnly(1);
    }

    @Test
    void oneThatRefusesUsIsLeftAloneAndTheOtherSendsToEverybody() {
        small = new ScriptedRelay(smallPort);
        small.answer(Step.MAIL, "", "550 5.7.1 sender refused");

        var progress = send();
        assertThat(progress)
                .containsEntry("state", "SENDING")
                .containsEntry("rejected", 0)
                .containsEntry("waitingFor", null);
        house.clock().set(house.clock().instant().plus(Duration.ofMinutes(2)));
        deliverer.deliver();

        assertThat(readers(it -> large.received(it).size() + small.received(it).size()))
                .containsOnly(1);
        assertThat(readers(it -> small.received(it).size())).containsOnly(0);
    }

    private static List<Integer> readers(Function<String, Integer> figure) {
        return IntStream.range(0, READERS)
                .mapToObj(SeveralRelaysTest::reader)
                .map(figure)
                .toList();
    }
}
