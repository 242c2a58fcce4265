package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.House;
import dev.paperround.sending.engine.Deliverer;
import dev.paperround.sending.engine.OwnDeliverer;
import dev.paperround.testing.ScriptedRelay;
import dev.paperround.testing.ScriptedRelay.Step;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that speaks of us, and programs that were not there when it began. */
@QuarkusTest
class RelayHoldTest {
    private static final String DAY = "2026-11-18";
    private static final String REFUSED = "554 5.7.1 refused";
    private static final List<String> READERS =
            IntStream.range(0, 6).mapToObj("reader%d@hold.example"::formatted).toList();
    private static final String LAST = READERS.get(5);

    @Inject
    House house;

    @Inject
    Deliverer programs;

    private final List<OwnDeliverer> started = new ArrayList<>();
    private ScriptedRelay relay;

    @BeforeEach
    void readers() {
        house.empty();
        house.sql("truncate sender, sender_journal, delivery_batch");
        house.ingestRows(DAY, House.rows(House.row("2611.71001", "Kites that hold", "Of kites.", 3)));
        READERS.forEach(it -> house.importActive(it, "kites"));
        relay = new ScriptedRelay(0);
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        for (var deliverer : started) {
            deliverer.close();
        }
        relay.close();
    }

    /** As after a start, knowing nothing of what the relay has said. */
    private OwnDeliverer program() {
        var program = new OwnDeliverer(
                programs,
                house.clock(),
                Map.of(
                        "paperround.delivery.connections", "1",
                        "paperround.delivery.relays.only.host", "localhost",
                        "paperround.delivery.relays.only.port", Integer.toString(relay.port()),
                        "paperround.delivery.reply-timeout", "3s"));
        started.add(program);
        return program;
    }

    private String planned() {
        var location = house.startSend(Map.of("day", DAY, "audience", Map.of("all", true), "force", true))
                .statusCode(202)
                .extract()
                .header("Location");
        house.planSends();
        return location;
    }

    private void later(Duration time, OwnDeliverer program) {
        house.clock().set(house.clock().instant().plus(time));
        program.deliver();
    }

    private void refuseAll(Step step, String reply) {
        READERS.forEach(it -> relay.answer(step, it, reply));
    }

    private void assertNobodyIsRejected(String location) {
        assertThat(house.progress(location))
                .containsEntry("state", "SENDING")
                .containsEntry("rejected", 0)
                .containsEntry("pauseReason", null);
        assertThat(house.count("select count(*) from suppression")).isZero();
    }

    private List<Integer> mails() {
        return READERS.stream().map(it -> (int) relay.accepted(it)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {REFUSED, "550 no", "550 5.4.5 daily limit reached"})
    void afterARestartNobodyIsRejectedAndTheSendGoesOnByItself(String reply) {
        refuseAll(Step.DOT, reply);
        var location = planned();
        program().deliver();
        assertNobodyIsRejected(location);

        later(Duration.ofMinutes(3), program());
        assertNobodyIsRejected(location);
        var last = program();
        later(Duration.ofMinutes(10), last);
        assertNobodyIsRejected(location);

        relay.behave();
        later(Duration.ofHours(2), last);
        later(Duration.ofHours(2), last);
        assertThat(house.progress(location)).containsEntry("state", "DONE").containsEntry("sent", 6);
        assertThat(mails()).containsOnly(1);
    }

    @Test
    void anInstanceThatHadNoRefusalYetRejectsNobodyOfThoseThatAnotherKeptForLater() {
        var one = program();
        var other = program();
        planned();
        one.deliver();
        planned();
        other.deliver();
        assertThat(mails()).as("both have a relay that takes mail").containsOnly(2);

        refuseAll(Step.DOT, REFUSED);
        house.clock().set(house.clock().instant().plusSeconds(10));
        var location = planned();
        one.deliver();
        assertNobodyIsRejected(location);
        later(Duration.ofMinutes(3), other);
        assertNobodyIsRejected(location);
        later(Duration.ofMinutes(6), one);
        assertNobodyIsRejected(location);

        relay.behave();
        later(Duration.ofHours(2), one);
        later(Duration.ofHours(2), other);
        assertThat(house.progress(location)).containsEntry("state", "DONE").containsEntry("sent", 6);
        assertThat(mails()).as("since it behaves").containsOnly(1);
    }

    @Test
    void whoAloneIsRefusedOnceTheRelayTakesMailAgainIsRejected() {
        refuseAll(Step.DOT, REFUSED);
        var location = planned();
        program().deliver();

        relay.behave();
        relay.answer(Step.DOT, LAST, REFUSED);
        var next = program();
        for (var hour = 0; hour < 5; hour++) {
            later(Duration.ofHours(1), next);
        }

        assertThat(house.progress(location))
                .containsEntry("state", "DONE")
                .containsEntry("sent", 5)
                .containsEntry("rejected", 1);
        assertThat(house.deliveries(LAST).get(0)).containsEntry("state", "rejected");
        assertThat(house.count("select count(*) from suppression")).isZero();
    }
}
