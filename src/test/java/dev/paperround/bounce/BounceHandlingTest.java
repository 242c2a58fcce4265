package dev.paperround.bounce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.sending.engine.AddressRefused;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What follows from a bounce, and what does not. */
@QuarkusTest
class BounceHandlingTest extends EmptyHouse {
    private static final String ADA = "ada@reader.example";

    @Inject
    Returns returns;

    @Inject
    BounceLog log;

    @Inject
    Event<AddressRefused> refusals;

    @Test
    void everyDigestLeavesWithAnEnvelopeSenderOfItsOwn() {
        var first = returns.send("verp@reader.example");
        var second = returns.sendAgain("verp@reader.example");

        assertThat(first.verp()).isNotEqualTo(second.verp()).matches("b\\+[a-z0-9-]{1,62}@localhost");
        assertThat(house.mails("verp@reader.example"))
                .extracting(mail -> House.header(mail, "Return-Path"))
                .containsExactlyInAnyOrder("<" + first.verp() + ">", "<" + second.verp() + ">");
    }

    @Test
    void theSameReportCountsOnce() {
        var sent = returns.send(ADA);
        var bounce = Returns.mail("postfix-unknown-user", sent);
        returns.post(bounce).body("result", equalTo("suppressed"), "delivery", equalTo((int) sent.delivery()));
        returns.post(bounce).body("result", equalTo("duplicate"), "kind", equalTo("HARD"));
        returns.post(Returns.mail("exim-with-report", sent)).body("result", equalTo("duplicate"));
        returns.post(Returns.mail("arf-yahoo", sent)).body("result", equalTo("suppressed"));
    }

    @Test
    void whoIsSuppressedGetsNoFurtherMail() {
        returns.post(Returns.mail("postfix-unknown-user", returns.send(ADA)));

        var next = house.send(Map.of("day", "2026-11-18", "audience", Map.of("emails", List.of(ADA)), "force", true));

        assertThat(next).containsEntry("skipped", 1).containsEntry("planned", 0);
        assertThat((String) house.deliveries(ADA).get(0).get("reason")).startsWith("Suppressed");
    }

    @Test
    void aReturnedMailIsRejectedAndItsPapersWereNotReceived() {
        var sent = returns.send(ADA);
        returns.post(Returns.mail("postfix-mailbox-full", sent)).body("result", equalTo("recorded"));

        var delivery = house.deliveries(ADA).get(0);
        assertThat(delivery).containsEntry("state", "rejected");
        assertThat((String) delivery.get("reason")).startsWith("Returned");
        var again = house.send(Map.of("day", "2026-11-18", "audience", Map.of("emails", List.of(ADA)), "force", false));
        assertThat(again).containsEntry("sent", 1);
    }

    @Test
    void whatWasUnknownIsSettled() {
        var bounced = returns.send("bounced@reader.example");
        var arrived = returns.send("arrived@reader.example");
        house.sql("update delivery set state = 'UNKNOWN'");

        returns.post(Returns.mail("postfix-mailbox-full", bounced));
        returns.post(Returns.mail("arf-yahoo", arrived));

        assertThat(house.deliveries(bounced.email()).get(0)).containsEntry("state", "rejected");
        assertThat(house.deliveries(arrived.email()).get(0)).containsEntry("state", "sent");
    }

    @Test
    void softBouncesOnThreeDaysInARowSuppress() {
        assertThat(softBounceOn("2026-11-09")).isEqualTo("recorded");
        assertThat(softBounceOn("2026-11-09")).as("the same day").isEqualTo("recorded");
        assertThat(softBounceOn("2026-11-10")).isEqualTo("recorded");
        assertThat(softBounceOn("2026-11-12")).isEqualTo("suppressed");
        house.admin().get("/api/admin/suppressions").then().body("[0].reason", equalTo("SOFT_BOUNCES"));
    }

    @Test
    void aMailThatArrivedEndsTheRowOfSoftBounces() {
        assertThat(softBounceOn("2026-11-09")).isEqualTo("recorded");
        assertThat(softBounceOn("2026-11-10")).isEqualTo("recorded");
        house.setClock("2026-11-11T08:00:00Z");
        returns.sendAgain(ADA);
        assertThat(softBounceOn("2026-11-12")).isEqualTo("recorded");
        assertThat(softBounceOn("2026-11-13")).isEqualTo("recorded");
        assertThat(softBounceOn("2026-11-14")).isEqualTo("suppressed");
    }

    private String softBounceOn(String day) {
        house.setClock(day + "T08:00:00Z");
        var sent = house.deliveries(ADA).isEmpty() ? returns.send(ADA) : returns.sendAgain(ADA);
        return returns.post(Returns.mail("postfix-mailbox-full", sent))
                .statusCode(200)
                .extract()
                .path("result");
    }

    @Test
    void aBounceOfBeforeTheConfirmationIsOnlyRecorded() {
        var sent = returns.send(ADA);
        house.unsubscribe(ADA);
        house.subscribe(ADA, "kites");

        returns.post(Returns.mail("postfix-unknown-user", sent))
                .body("result", equalTo("recorded"), "reason", containsString("confirmed since"));

        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
    }

    @Test
    void anAutomaticReplyIsNoBounce() {
        returns.post(Returns.mail("vacation", returns.send(ADA)))
                .statusCode(200)
                .body("result", equalTo("ignored"), "reason", containsString("automatic reply"));
        assertThat(house.deliveries(ADA).get(0)).containsEntry("state", "sent");
    }

    @Test
    void aBounceOfAnErasedPersonIsIgnored() {
        var sent = returns.send(ADA);
        house.admin().delete("/api/admin/subscribers/" + ADA).then().statusCode(204);
        returns.post(Returns.mail("postfix-unknown-user", sent))
                .body("result", equalTo("ignored"), "reason", containsString("erased"));
    }

    @Test
    void whatIsNoBounceIsRefusedWithTheReason() {
        refused("", "no mail");
        refused("\u0000\u0001\u0002", "no mail");
        refused("Hello, this is just a text.", "no mail");
        refused("From: a@b.example\nSubject: Hello\n\n550 5.1.1 is a number.\n", "neither a bounce");
        refused("From: a@b.example\nContent-Type: multipart/report; boundary=x\n\n--x--\n", "neither a bounce");
        house.admin()
                .contentType("text/plain")
                .body("From: a@b.example")
                .post("/api/admin/bounces")
                .then()
                .statusCode(415);
        given().contentType("message/rfc822")
                .body("From: a@b.example".getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/bounces")
                .then()
                .statusCode(401);
    }

    private void refused(String mail, String why) {
        returns.post(mail.getBytes(StandardCharsets.UTF_8)).statusCode(422).body("detail", containsString(why));
    }

    @Test
    void aMailOfMoreThanTenMegabytesIsRefused() {
        returns.post(new byte[Bounces.LONGEST + 1]).statusCode(413).body("detail", containsString("too long"));
    }

    @Test
    void anAddressRefusedWhileSendingIsSuppressed() {
        var sent = returns.send(ADA);
        refusals.fire(
                new AddressRefused(returns.subscriber(ADA), sent.delivery(), today(), true, "550 5.1.1 no such user"));

        assertThat(house.stateOf(ADA)).isEqualTo("SUPPRESSED");
        house.admin()
                .get("/api/admin/bounces")
                .then()
                .body("[0].kind", equalTo("HARD"), "[0].email", equalTo(ADA), "[0].suppressed", equalTo(true));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(house.now(), ZoneOffset.UTC);
    }

    @Test
    void theRawMailGoesAfterSomeDaysAndTheReportStillCountsOnce() {
        var bounce = Returns.mail("postfix-mailbox-full", returns.send(ADA));
        returns.post(bounce);
        assertThat(log.purge()).isZero();
        house.clock().set(house.now().plus(Duration.ofDays(31)));
        assertThat(log.purge()).isEqualTo(1);
        returns.post(bounce).body("result", equalTo("duplicate"));
    }

    @Test
    void bouncesAreCountedByKind() {
        returns.post(Returns.mail("postfix-delayed", returns.send(ADA)));
        given().get("/q/metrics").then().body(containsString("paperround_bounces_total{kind=\"DELAYED\"}"));
    }
}
