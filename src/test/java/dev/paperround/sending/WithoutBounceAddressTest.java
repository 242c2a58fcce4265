package dev.paperround.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.mail.EnvelopeSender;
import dev.paperround.testing.Guarded;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With PAPERROUND_BOUNCES_DOMAIN=off all that comes back comes to the sender's own address. */
@QuarkusTest
@TestProfile(Guarded.class)
class WithoutBounceAddressTest extends EmptyHouse {
    private static final String ADA = "ada@off.example";

    @Inject
    EnvelopeSender envelopeSender;

    private long delivery;
    private long subscriber;

    @BeforeEach
    void plan() {
        house.importActive(ADA, "kites");
        house.ingestRows("2026-11-18", House.rows(House.row("2611.00101", "Kites as Antennas", "We fly kites.", 3)))
                .statusCode(200);
        house.startSend(Map.of("day", "2026-11-18", "audience", Map.of("emails", List.of(ADA))))
                .statusCode(202);
        house.planSends();
        house.sql("update delivery set state = 'SENT'");
        delivery = house.count("select id from delivery");
        subscriber = house.count("select id from subscriber");
    }

    @Test
    void aBounceIsKnownByTheHeaderThatSurvivesARelay() {
        post(
                        "Return-Path: <>",
                        "From: MAILER-DAEMON@relay.example",
                        "To: digest@" + Guarded.DOMAIN,
                        "Subject: Undelivered Mail Returned to Sender",
                        "",
                        "<" + ADA + ">: 550 5.1.1 no such user",
                        "",
                        "--- Below this line is a copy of the message.",
                        "",
                        "Message-ID: <0100-made-by-the-relay@relay.example>",
                        envelopeSender.header(delivery, LocalDate.ofInstant(house.now(), ZoneOffset.UTC)))
                .body("verdict", equalTo("HARD"), "email", equalTo(ADA), "delivery", equalTo((int) delivery));
        assertThat(house.stateOf(ADA)).isEqualTo("SUPPRESSED");
    }

    @Test
    void theMailThatUnsubscribesCarriesItsTokenInTheSubject() {
        var link = envelopeSender.unsubscribeMail(subscriber);
        assertThat(link).startsWith("mailto:digest@" + Guarded.DOMAIN + "?subject=unsubscribe%20");
        var subject = link.substring(link.indexOf('=') + 1).replace("%20", " ");

        post("From: " + ADA, "To: digest@" + Guarded.DOMAIN, "Subject: Re: " + subject, "", "What is this?")
                .body("verdict", equalTo("IGNORED"), "kind", equalTo("UNREAD"));
        assertThat(house.stateOf(ADA)).isEqualTo("ACTIVE");
        post("From: " + ADA, "To: digest@" + Guarded.DOMAIN, "Subject: " + subject, "Auto-Submitted: auto-replied", "")
                .body("verdict", equalTo("UNSUBSCRIBE"), "email", equalTo(ADA));
        assertThat(house.stateOf(ADA)).isEqualTo("UNSUBSCRIBED");
    }

    private ValidatableResponse post(String... lines) {
        return house.admin()
                .contentType("message/rfc822")
                .body((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/bounces")
                .then()
                .statusCode(200);
    }
}
