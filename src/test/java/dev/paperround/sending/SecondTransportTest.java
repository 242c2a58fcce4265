package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.House;
import dev.paperround.sending.engine.Deliverer;
import dev.paperround.sending.engine.OwnDeliverer;
import dev.paperround.testing.Ports;
import dev.paperround.testing.ScriptedRelay;
import dev.paperround.transport.TransportResult;
import dev.paperround.transport.TransportResult.Phase;
import dev.paperround.transport.TransportResult.Verdict;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Digests by a relay and by another kind of transport, in one send and one ledger. */
@QuarkusTest
class SecondTransportTest {
    private static final String DAY = "2026-11-18";
    private static final String POST = "1 papers for lab@rooms.example";

    @Inject
    House house;

    @Inject
    Deliverer programs;

    private final RoomTransport room = new RoomTransport("rooms.example");
    private final int port = Ports.free();
    private ScriptedRelay relay;
    private OwnDeliverer deliverer;

    @BeforeEach
    void oneReaderOfEachKind() {
        house.empty();
        house.ingestRows(DAY, House.rows(House.row("2611.75001", "Kites that fly by night", "Of kites.", 3)));
        house.importActive("ada@mails.example", "kites");
        house.importActive("lab@rooms.example", "kites");
        deliverer = new OwnDeliverer(
                programs,
                house.clock(),
                Map.of(
                        "quarkus.mailer.host", "localhost",
                        "quarkus.mailer.port", Integer.toString(port),
                        "paperround.delivery.connections", "2",
                        "paperround.delivery.reply-timeout", "3s"),
                List.of(room),
                List.of(room));
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        deliverer.close();
        room.stop();
        if (relay != null) {
            relay.close();
        }
    }

    private String send() {
        var location = house.startSend(Map.of("day", DAY, "audience", Map.of("all", true)))
                .statusCode(202)
                .extract()
                .header("Location");
        house.planSends();
        deliverer.deliver();
        return location;
    }

    private void deliverAfter(Duration time) {
        house.clock().set(house.clock().instant().plus(time));
        deliverer.deliver();
    }

    private String state(String email) {
        return (String) house.deliveries(email).get(0).get("state");
    }

    @Test
    void eachGetsItsDigestByItsOwn() {
        relay = new ScriptedRelay(port);

        assertThat(house.progress(send())).containsEntry("sent", 2).containsEntry("state", "DONE");

        assertThat(room.posts()).containsExactly(POST);
        assertThat(relay.received("ada@mails.example")).hasSize(1);
        assertThat(relay.received("lab@rooms.example")).isEmpty();
        assertThat(house.deliveries("lab@rooms.example").toString()).contains("200 posted");
    }

    @Test
    void aRelayThatIsDownDoesNotHoldUpTheOther() {
        var location = send();
        deliverer.deliver();

        assertThat(house.progress(location)).containsEntry("sent", 1).containsEntry("rejected", 0);
        assertThat(room.posts()).containsExactly(POST);

        relay = new ScriptedRelay(port);
        deliverAfter(Duration.ofMinutes(5));
        assertThat(house.progress(location)).containsEntry("sent", 2).containsEntry("state", "DONE");
        assertThat(relay.received("ada@mails.example")).hasSize(1);
    }

    @Test
    void theWaitThatTheServerAsksForIsKept() {
        relay = new ScriptedRelay(port);
        room.answer(new TransportResult(
                Verdict.LATER, Phase.MESSAGE, 429, "429 slow down", Optional.of(Duration.ofMinutes(20))));
        send();
        assertThat(state("lab@rooms.example")).isEqualTo("retrying");

        deliverAfter(Duration.ofMinutes(19));
        assertThat(room.posts()).hasSize(1);

        deliverAfter(Duration.ofMinutes(2));
        assertThat(room.posts()).containsExactly(POST, "again: " + POST);
        assertThat(state("lab@rooms.example")).isEqualTo("sent");
    }

    @Test
    void aPostWithoutAnAnswerIsUnknownAndNotRepeated() {
        relay = new ScriptedRelay(port);
        room.answer(TransportResult.lost(Phase.MESSAGE, new IOException("connection reset")));
        send();
        deliverAfter(Duration.ofHours(2));

        assertThat(state("lab@rooms.example")).isEqualTo("unknown");
        assertThat(room.posts()).hasSize(1);
    }

    @Test
    void aRoomThatIsGoneIsSuppressed() {
        relay = new ScriptedRelay(port);
        room.answer(new TransportResult(Verdict.NO_SUCH_RECIPIENT, Phase.MESSAGE, 410, "410 gone"));
        send();

        assertThat(state("lab@rooms.example")).isEqualTo("rejected");
        assertThat(house.count(
                        "select count(*) from subscriber where state = 'SUPPRESSED' and email = 'lab@rooms.example'"))
                .isOne();
        assertThat(state("ada@mails.example")).isEqualTo("sent");
    }
}
