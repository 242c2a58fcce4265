package dev.paperround.bounce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.paperround.EmptyHouse;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What came to an address of ours and nobody could understand. */
@QuarkusTest
class UnrecognizedMailsTest extends EmptyHouse {
    private static final String ADA = "ada@unread.example";

    @Inject
    Returns returns;

    @Inject
    BounceLog log;

    @Test
    void itIsKeptListedAndCountedAndChangesNothing() {
        var sent = returns.send(ADA);
        post(sent, 1)
                .body("verdict", equalTo("IGNORED"), "kind", equalTo("UNREAD"), "result", equalTo("recorded"))
                .body("email", equalTo(ADA));

        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
        assertThat(house.deliveries(ADA).get(0)).containsEntry("state", "sent");
        unread().body("", hasSize(1), "[0].subject", equalTo("Zażółć 1"), "[0].messageId", equalTo("<1@lab.example>"))
                .body("[0].verdict", equalTo("UNREAD"), "[0].email", equalTo(ADA));
        given().get("/q/metrics").then().body(containsString("paperround_bounces_total{kind=\"UNREAD\"}"));
        post(sent, 1).body("result", equalTo("duplicate"));
    }

    @Test
    void itsSourceCanBeReadForAsLongAsItIsKept() {
        post(returns.send(ADA), 1);
        int id = unread().extract().path("[0].id");
        source(id).statusCode(200).contentType("text/plain").body(containsString("Gibberish, in 1 words"));

        house.clock().set(house.now().plus(Duration.ofDays(31)));
        log.purge();

        source(id).statusCode(404);
        unread().body("", hasSize(0));
    }

    @Test
    void ofOnePersonOnlyTheNewestFewAreKept() {
        var sent = returns.send(ADA);
        for (var i = 1; i <= 23; i++) {
            post(sent, i);
        }
        unread().body("", hasSize(20), "[0].subject", equalTo("Zażółć 23"), "[19].subject", equalTo("Zażółć 4"));
    }

    @Test
    void itGoesWithThePerson() {
        post(returns.send(ADA), 1);
        house.admin().delete("/api/admin/subscribers/" + ADA).then().statusCode(204);
        assertThat(house.count("select count(*) from bounce")).isZero();
    }

    @Test
    void theListIsAskedByVerdict() {
        returns.post(Returns.mail("postfix-unknown-user", returns.send(ADA)));
        list("hard").body("", hasSize(1));
        list("UNREAD").body("", hasSize(0));
        house.admin()
                .queryParam("verdict", "ODD")
                .get("/api/admin/bounces")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("verdict"));
    }

    @Test
    void aReportOnAListOfWhichOneHasTheMailIsNotHard() {
        var sent = returns.send(ADA);
        returns.post(Returns.mail("alias-of-two", sent)).body("verdict", equalTo("IGNORED"));
        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
        assertThat(house.deliveries(ADA).get(0)).containsEntry("state", "sent");
    }

    private ValidatableResponse post(Returns.Sent sent, int number) {
        var mail = String.join(
                "\r\n",
                "Return-Path: <somebody@lab.example>",
                "From: Somebody <somebody@lab.example>",
                "To: " + sent.verp(),
                "Subject: =?utf-8?Q?Za=C5=BC=C3=B3=C5=82=C4=87?= " + number,
                "Message-ID: <" + number + "@lab.example>",
                "",
                "Gibberish, in " + number + " words.");
        return returns.post(mail.getBytes(StandardCharsets.US_ASCII)).statusCode(200);
    }

    private ValidatableResponse unread() {
        return list("UNREAD");
    }

    private ValidatableResponse list(String verdict) {
        return house.admin()
                .queryParam("verdict", verdict)
                .get("/api/admin/bounces")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse source(int id) {
        return house.admin().get("/api/admin/bounces/" + id + "/source").then();
    }
}
