package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes by itself, at its time and not before. */
@QuarkusTest
class RetentionTest extends EmptyHouse {
    private static final Instant START = Instant.parse("2026-11-18T09:00:00Z");

    @BeforeEach
    void papers() {
        house.clock().set(START);
        house.ingestRows("2026-11-18", House.rows(House.row("2611.71001", "Gulls at Noon", "They rest.", 4)))
                .statusCode(200);
    }

    @Test
    void aSignUpNobodyConfirmsGoesAfterFourteenDays() {
        house.signUp(Map.of("email", "doubts@retention.example", "filters", List.of(Map.of("query", "gull"))));
        house.sendLetters();

        after(Duration.ofDays(14).minusMinutes(5));
        assertThat(house.count("select count(*) from subscriber")).isEqualTo(1);

        after(Duration.ofDays(14).plusMinutes(5));
        assertThat(house.count("select count(*) from subscriber")).isZero();
        assertThat(house.count("select count(*) from filter")).isZero();
        assertThat(house.count("select count(*) from consent")).isZero();
    }

    @Test
    void whatWasTypedOfSomebodyUnsubscribedGoesAfterFourteenDays() {
        house.subscribe("returns@retention.example", "gull");
        house.unsubscribe("returns@retention.example");
        house.clock().set(START.plus(Duration.ofDays(100)));
        house.signUp(Map.of("email", "returns@retention.example", "filters", List.of(Map.of("query", "tern"))));
        house.sendLetters();

        after(Duration.ofDays(113));
        assertThat(house.count("select count(*) from sign_up")).isEqualTo(1);
        after(Duration.ofDays(115));
        assertThat(house.count("select count(*) from sign_up")).isZero();
        state("UNSUBSCRIBED");
    }

    @Test
    void whoConfirmedStays() {
        house.subscribe("stays@retention.example", "gull");

        after(Duration.ofDays(1000));

        state("ACTIVE");
    }

    @Test
    void theNetworkOfAConsentGoesAfterThirtyDaysAndTheConsentStays() {
        house.subscribe("network@retention.example", "gull");

        after(Duration.ofDays(30).minusMinutes(5));
        assertThat(house.count("select count(*) from consent where network = '127.0.0.0/24'"))
                .as("the sign-up's and the confirmation's")
                .isEqualTo(2);

        after(Duration.ofDays(30).plusMinutes(5));
        assertThat(house.count("select count(*) from consent where network is not null"))
                .isZero();
        assertThat(house.count("select count(*) from consent where way = 'CONFIRMED'"))
                .isEqualTo(1);
    }

    @Test
    void theDetailOfDeliveriesGoesAndNobodyGetsAPaperTwice() {
        house.subscribe("detail@retention.example", "gull");
        var request = Map.of(
                "day", "2026-11-18", "audience", Map.of("emails", List.of("detail@retention.example", "x@y.example")));
        house.send(request);
        house.sql("insert into delivery_message select id, 'bytes' from delivery where state = 'SENT'");
        assertThat(house.count("select count(*) from delivery")).isEqualTo(2);

        after(Duration.ofDays(399));
        assertThat(house.count("select count(*) from delivery where smtp_reply is not null"))
                .isEqualTo(1);

        after(Duration.ofDays(402));
        assertThat(house.count("select count(*) from delivery")).isEqualTo(1);
        assertThat(house.count("select count(*) from delivery where smtp_reply is null and smtp_code is null"
                        + " and address is null and cardinality(paper_ids) = 1"))
                .isEqualTo(1);
        assertThat(house.count("select count(*) from delivery_message")).isZero();
        var again = house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));
        assertThat(again).containsEntry("sent", 0).containsEntry("skipped", 1);
    }

    private void state(String state) {
        house.admin().get("/api/admin/subscribers").then().body("", hasSize(1)).body("[0].state", equalTo(state));
    }

    private void after(Duration time) {
        house.clock().set(START.plus(time));
        house.forgetWhatIsOld();
    }
}
