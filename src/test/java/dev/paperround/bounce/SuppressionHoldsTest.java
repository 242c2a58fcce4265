package dev.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.paperround.House;
import dev.paperround.HouseWithRelay;
import dev.paperround.testing.ScriptedRelay.Step;
import dev.paperround.testing.ToARelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A domain that took mail lately and suddenly knows hardly anybody. */
@QuarkusTest
@TestProfile(ToARelay.class)
class SuppressionHoldsTest extends HouseWithRelay {
    private static final String DAY = "2026-11-18";

    @Inject
    Returns returns;

    @Inject
    ImprobableRefusals improbable;

    @BeforeEach
    void tenReaders() {
        house.ingestRows(DAY, House.rows(House.row("2611.00101", "Kites as Antennas", "We fly antennas on kites.", 3)));
        IntStream.range(0, 10).forEach(it -> house.importActive(reader(it), "kites"));
    }

    private static String reader(int number) {
        return "reader%d@campus.example".formatted(number);
    }

    private static List<String> readers(int from, int to) {
        return IntStream.range(from, to).mapToObj(SuppressionHoldsTest::reader).toList();
    }

    private Map<String, Object> send() {
        return house.send(Map.of("day", DAY, "audience", Map.of("all", true), "force", true));
    }

    private void refuse(int from, int to) {
        readers(from, to).forEach(it -> relay.answer(Step.RCPT, it, "550 5.1.1 nobody of that name"));
    }

    private List<String> suppressed() {
        return readers(0, 10).stream()
                .filter(it -> house.stateOf(it).equals("SUPPRESSED"))
                .toList();
    }

    private ValidatableResponse held() {
        return house.admin().get("/api/admin/suppressions/held").then().statusCode(200);
    }

    private ValidatableResponse decide(String json) {
        return house.admin()
                .contentType("application/json")
                .body(json)
                .post("/api/admin/suppressions/held")
                .then();
    }

    private void suddenlyRefused() {
        send();
        refuse(0, 10);
        assertThat(send()).containsEntry("rejected", 10).containsEntry("state", "DONE");
    }

    @Test
    void aDomainThatNeverTookMailIsSuppressedAsUsual() {
        refuse(0, 10);
        send();

        assertThat(suppressed()).hasSize(10);
        held().body("", empty());
    }

    @Test
    void newAddressesOfADomainThatTakesMailAreSuppressedAsUsual() {
        send();
        IntStream.range(10, 20).forEach(it -> house.importActive(reader(it), "kites"));
        refuse(10, 20);
        send();

        assertThat(readers(10, 20))
                .allSatisfy(it -> assertThat(house.stateOf(it)).isEqualTo("SUPPRESSED"));
        held().body("", empty());
    }

    @Test
    void fewRefusalsAreSuppressedAsUsual() {
        send();
        refuse(0, 5);
        send();

        assertThat(suppressed()).hasSize(5);
        held().body("", empty());
    }

    @Test
    void suddenRefusalsOfManyWaitAndAreToldOf() {
        suddenlyRefused();
        improbable.review();

        assertThat(suppressed()).isEmpty();
        held().body("domain", contains("campus.example"), "addresses", contains(10))
                .body("[0].reply", containsString("nobody of that name"));
        house.admin()
                .get("/api/admin/doctor")
                .then()
                .body("find { it.check == 'suppressions' }.says", containsString("campus.example"));
        assertThat(io.restassured.RestAssured.get("/q/metrics").asString())
                .contains("paperround_suppressions_held 10.0");
    }

    @Test
    void anOperatorLetsThemBeAndTheyGetTheirMail() {
        suddenlyRefused();
        decide("{\"domain\":\"Campus.example\",\"suppress\":false}")
                .statusCode(200)
                .body("addresses", equalTo(10));
        held().body("", empty());
        relay.behave();

        assertThat(send()).containsEntry("sent", 10);
        assertThat(suppressed()).isEmpty();
        house.admin().get("/api/admin/audit").then().body("act", hasItem("suppressions-held"));
    }

    @Test
    void anOperatorSuppressesThem() {
        suddenlyRefused();
        decide("{\"domain\":\"campus.example\",\"suppress\":true}").statusCode(200);

        assertThat(suppressed()).hasSize(10);
        decide("{\"domain\":\"campus.example\",\"suppress\":true}").statusCode(404);
        decide("{\"domain\":\"campus.example\"}").statusCode(400);
        decide("{\"suppress\":true}").statusCode(400);
        decide("null").statusCode(400);
    }

    @Test
    void onceTheShareHasFallenWhoStillHasNoMailboxIsSuppressed() {
        suddenlyRefused();
        IntStream.range(10, 60).forEach(it -> house.importActive(reader(it), "kites"));
        relay.behave();
        refuse(0, 6);
        send();
        improbable.review();

        held().body("", empty());
        assertThat(suppressed()).containsExactlyElementsOf(readers(0, 6));
    }

    @Test
    void returnedMailsCountTheSame() {
        send();
        var sent = readers(0, 10).stream().map(returns::sendAgain).toList();
        sent.subList(0, 7).forEach(it -> returns.post(Returns.mail("postfix-unknown-user", it))
                .statusCode(200));

        assertThat(suppressed()).isEmpty();
        held().body("addresses", contains(7));
    }
}
