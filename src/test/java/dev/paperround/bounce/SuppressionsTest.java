package dev.paperround.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of addresses that get no mail. */
@QuarkusTest
class SuppressionsTest extends EmptyHouse {
    private static final String ADA = "ada@suppressed.example";

    @Inject
    Returns returns;

    @Test
    void aFreshConfirmationLiftsTheSuppression() {
        returns.post(Returns.mail("postfix-unknown-user", returns.send(ADA)));
        var before = house.mails(ADA).size();

        house.signUp(form(ADA)).statusCode(202);
        house.sendLetters();
        assertThat(house.mails(ADA)).hasSize(before + 1);
        assertThat(house.stateOf(ADA)).as("not yet confirmed").isEqualTo("SUPPRESSED");
        house.confirm(House.linkIn(house.newestMail(ADA), "confirm")).statusCode(200);

        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
        list(ADA).body("", hasSize(0));
    }

    @Test
    void aConfirmationLinkOfBeforeLiftsNothing() {
        house.signUp(form("old-link@suppressed.example"));
        house.sendLetters();
        var link = House.linkIn(house.newestMail("old-link@suppressed.example"), "confirm");
        suppress("old-link@suppressed.example", "COMPLAINT");

        assertThat(house.confirm(link).extract().statusCode()).isBetween(400, 499);

        assertThat(house.stateOf("old-link@suppressed.example")).isEqualTo("SUPPRESSED");
    }

    @Test
    void theListOutlivesErasureAndRefusesAnImport() {
        returns.post(Returns.mail("postfix-unknown-user", returns.send(ADA)));
        house.admin().delete("/api/admin/subscribers/" + ADA).then().statusCode(204);

        list("").body("email", contains((Object) null), "reason", contains("HARD_BOUNCE"));
        list("ada").body("", hasSize(0));
        list(" ADA@Suppressed.example").body("email", contains(ADA), "reason", contains("HARD_BOUNCE"));
        house.importList("email,queries,frequency,time_zone,send_at\n" + ADA
                        + ",kites,,,\nbob@suppressed.example,kites,,,\n")
                .body("added", equalTo(1), "rejected", hasSize(1))
                .body("rejected[0].line", equalTo(2))
                .body("rejected[0].reason", containsString("no such mailbox"));
    }

    @Test
    void whoSignsUpAgainAfterErasureIsWelcomeOnceTheyConfirm() {
        suppress("again@suppressed.example", null);
        house.subscribe("again@suppressed.example", "kites");
        assertThat(house.stateOf("again@suppressed.example")).isEqualTo("ACTIVE");
        list("again@suppressed.example").body("", hasSize(0));
    }

    @Test
    void anOperatorAddsAndLifts() {
        house.importActive(ADA, "kites");
        suppress(ADA, null).body("email", equalTo(ADA), "reason", equalTo("OPERATOR"));
        assertThat(house.stateOf(ADA)).isEqualTo("SUPPRESSED");
        list("suppressed.ex").body("email", contains(ADA));

        lift(ADA).statusCode(204);
        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
        lift(ADA).statusCode(404).body("detail", containsString("not suppressed"));

        String hash =
                suppress("nobody@suppressed.example", "HARD_BOUNCE").extract().path("hash");
        lift(hash).statusCode(204);
        list("nobody@suppressed.example").body("", hasSize(0));
    }

    @Test
    void manyAreLiftedByReasonSinceAndDomain() {
        house.importActive(ADA, "kites");
        house.importActive("bob@suppressed.example", "kites");
        suppress(ADA, "HARD_BOUNCE");
        suppress("bob@suppressed.example", "SOFT_BOUNCES");
        suppress("nobody@elsewhere.example", "HARD_BOUNCE");

        liftAll("{\"reason\":\"HARD_BOUNCE\",\"domain\":\"Suppressed.Example\"}")
                .statusCode(200)
                .body("lifted", equalTo(1));
        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
        assertThat(house.stateOf("bob@suppressed.example")).isEqualTo("SUPPRESSED");

        liftAll("{\"since\":\"" + house.now().plusSeconds(1) + "\"}").body("lifted", equalTo(0));
        liftAll("{\"since\":\"" + house.now().minusSeconds(60) + "\"}").body("lifted", equalTo(2));
        assertThat(house.stateOf("bob@suppressed.example")).isEqualTo("ACTIVE");
        list("").body("", hasSize(0));
        house.admin().get("/api/admin/audit").then().body("act", hasItem("suppressions-lift"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"reason\":\"\"}",
                "{\"reason\":\"WEATHER\"}",
                "{\"since\":\"yesterday\"}",
                "{\"domain\":\"a b\"}"
            })
    void aLiftThatChoosesNothingIsRefused(String json) {
        suppress("nobody@suppressed.example", null);
        liftAll(json).statusCode(400).contentType("application/problem+json");
        list("").body("", hasSize(1));
    }

    private ValidatableResponse liftAll(String json) {
        return house.admin()
                .contentType("application/json")
                .body(json)
                .post("/api/admin/suppressions/lift")
                .then();
    }

    @Test
    void aComplaintTakesTheConsentBack() {
        returns.post(Returns.mail("arf-yahoo", returns.send(ADA)));
        lift(ADA).statusCode(204);
        assertThat(house.stateOf(ADA)).isEqualTo("UNSUBSCRIBED");
    }

    @Test
    void whoUnsubscribesWhileSuppressedStaysUnsubscribed() {
        house.importActive(ADA, "kites");
        suppress(ADA, null);
        house.unsubscribe(ADA);
        assertThat(house.stateOf(ADA)).isEqualTo("SUPPRESSED");
        lift(ADA).statusCode(204);
        assertThat(house.stateOf(ADA)).isEqualTo("UNSUBSCRIBED");
    }

    @Test
    void aListGoesInAndOut() {
        house.importActive(ADA, "kites");
        house.importActive("=2+3@suppressed.example", "kites");
        take("email,reason\n" + ADA + ",hard_bounce\n'=2+3@suppressed.example,\nnobody,\nx@y.example,bored\n")
                .statusCode(200)
                .body("received", equalTo(4), "suppressed", equalTo(2))
                .body("rejected.line", contains(4, 5))
                .body("rejected[0].reason", containsString("not an e-mail address"))
                .body("rejected[1].reason", containsString("bored"));

        var csv = house.admin()
                .get("/api/admin/suppressions/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv)
                .startsWith("email,reason,since,hash\r\n")
                .contains(ADA + ",HARD_BOUNCE,", "\n'=2+3@suppressed.example,OPERATOR,");

        house.sql("truncate suppression");
        take(csv).body("received", equalTo(2), "suppressed", equalTo(2));
        take("address\na@b.example\n").statusCode(400).body("detail", containsString("email,reason"));
    }

    @Test
    void anExportWithoutAddressesCanBeTakenInByItsHashes() {
        suppress("gone@suppressed.example", "COMPLAINT");
        var csv = house.admin()
                .get("/api/admin/suppressions/export")
                .then()
                .extract()
                .asString();
        assertThat(csv).doesNotContain("gone@");
        house.sql("truncate suppression");

        take(csv).body("suppressed", equalTo(1));

        list("gone@suppressed.example").body("reason", contains("COMPLAINT"));
    }

    @Test
    void aHashSuppressesWhoeverIsSubscribedAndWhoeverComesLater() {
        house.importActive(ADA, "kites");
        house.importActive("stays@suppressed.example", "kites");
        suppress(ADA, "COMPLAINT");
        suppress("later@suppressed.example", "HARD_BOUNCE");
        var hashes = house.admin()
                .get("/api/admin/suppressions/export")
                .asString()
                .lines()
                .map(it -> it.replaceFirst("^[^,]*,", ""))
                .collect(Collectors.joining("\n"));
        house.empty();
        house.importActive(ADA, "kites");
        house.importActive("stays@suppressed.example", "kites");

        take(hashes).statusCode(200).body("suppressed", equalTo(2)).body("rejected", hasSize(0));

        assertThat(house.stateOf(ADA)).isEqualTo("SUPPRESSED");
        assertThat(house.stateOf("stays@suppressed.example")).isEqualTo("ACTIVE");
        list(ADA).body("email", contains(ADA), "reason", contains("COMPLAINT"));
        house.importList("email,queries,frequency,time_zone,send_at\nLater@suppressed.example,kites,,,\n")
                .body("rejected", hasSize(1));
        house.signUp(form("later@suppressed.example")).statusCode(202);
        house.sendLetters();
        assertThat(house.stateOf("later@suppressed.example")).isEqualTo("SUPPRESSED");
        house.confirm(House.linkIn(house.newestMail("later@suppressed.example"), "confirm"))
                .statusCode(200);
        assertThat(house.stateOf("later@suppressed.example")).isEqualTo("ACTIVE");
    }

    @Test
    void aListIsReadAsSpreadsheetsWriteIt() {
        take("sep=;\nemail;reason;\n\none@suppressed.example;;\n;;\n\"open;\ntwo@suppressed.example;COMPLAINT\n")
                .statusCode(200)
                .body("received", equalTo(3))
                .body("suppressed", equalTo(2))
                .body("rejected.line", contains(6));
    }

    @Test
    void wrongInputIsToldByField() {
        house.admin()
                .contentType("application/json")
                .body(Map.of("email", "nobody"))
                .post("/api/admin/suppressions")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("email"));
        suppressing(ADA, "BORED").statusCode(400).body("errors[0].field", equalTo("reason"));
        list("\u0000").body("", hasSize(0));
    }

    private static Map<String, Object> form(String email) {
        return Map.of("email", email, "filters", List.of(Map.of("query", "kites")));
    }

    private ValidatableResponse suppress(String email, String reason) {
        return suppressing(email, reason).statusCode(201);
    }

    private ValidatableResponse suppressing(String email, String reason) {
        return house.admin()
                .contentType("application/json")
                .body(reason == null ? Map.of("email", email) : Map.of("email", email, "reason", reason))
                .post("/api/admin/suppressions")
                .then();
    }

    private ValidatableResponse lift(String emailOrHash) {
        return house.admin().delete("/api/admin/suppressions/" + emailOrHash).then();
    }

    private ValidatableResponse list(String q) {
        return house.admin()
                .queryParam("q", q)
                .get("/api/admin/suppressions")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse take(String csv) {
        return house.admin()
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/admin/suppressions/import")
                .then();
    }
}
