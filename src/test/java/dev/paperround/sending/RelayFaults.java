package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.HouseWithRelay;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Two subscribers, and a relay that does as it is told. */
public abstract class RelayFaults extends HouseWithRelay {
    static final String DAY = "2026-11-18";
    public static final String ADA = "ada@engine.example";
    public static final String BOB = "bob@engine.example";

    @BeforeEach
    void twoSubscribers() {
        house.sql("truncate sender, sender_journal, delivery_batch");
        house.ingestPage(
                DAY,
                "Moss\n\nA study of moss on walls, under benches and on the shoes of those who measure it, "
                        + "over a year of mostly wet weather.\n\n  • 2 authors\n·\nNov 17\n");
        house.importActive(ADA, "moss");
        house.importActive(BOB, "moss");
    }

    /** Planned, and nothing sent yet. */
    protected String planned() {
        var location = house.startSend(Map.of("day", DAY, "audience", Map.of("all", true)))
                .statusCode(202)
                .extract()
                .header("Location");
        house.planSends();
        return location;
    }

    Map<String, Object> send() {
        var location = planned();
        deliver();
        return house.progress(location);
    }

    void deliver() {
        house.deliver();
    }

    protected ValidatableResponse post(String path) {
        return house.admin().post(path).then();
    }

    protected ValidatableResponse settle(Object delivery, String as) {
        return house.admin()
                .contentType("application/json")
                .body(Map.of("as", as))
                .post("/api/admin/deliveries/" + delivery + "/settle")
                .then();
    }

    protected Map<String, Object> delivery(String email) {
        assertThat(house.deliveries(email)).hasSize(1);
        return house.deliveries(email).get(0);
    }

    void later(Duration time) {
        // An idle connection that the relay closed meanwhile costs a round, and nothing else.
        for (var round = 0; round < 2; round++) {
            house.clock().set(house.clock().instant().plus(time));
            deliver();
        }
    }
}
