package dev.paperround.bounce;

import dev.paperround.House;
import dev.paperround.mail.EnvelopeSender;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.token.Links;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Mails that went out and come back in the shapes that mail systems give them. */
@ApplicationScoped
class Returns {
    private static final String DAY = "2026-11-18";

    @Inject
    House house;

    @Inject
    EnvelopeSender envelopeSender;

    @Inject
    Links links;

    /** A digest that the relay has accepted. */
    record Sent(String email, long delivery, String verp, String messageId, String unsubscribe) {}

    Sent send(String email) {
        house.importActive(email, "kites");
        return sendAgain(email);
    }

    /** Another mail to somebody who is subscribed already. */
    Sent sendAgain(String email) {
        var rows = House.rows(House.row("2611.00101", "Kites as Antennas", "We fly antennas on kites.", 3));
        house.ingestRows(DAY, rows).statusCode(200);
        house.send(Map.of("day", DAY, "audience", Map.of("emails", List.of(email)), "force", true));
        var newest = house.deliveries(email).get(0);
        var id = ((Number) newest.get("id")).longValue();
        return new Sent(
                email,
                id,
                envelopeSender.of(id, LocalDate.ofInstant(house.now(), ZoneOffset.UTC)),
                (String) newest.get("messageId"),
                unsubscribe(email));
    }

    private String unsubscribe(String email) {
        return links.unsubscribe(subscriber(email));
    }

    long subscriber(String email) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Subscriber.findByEmail(EmailAddress.parse(email).orElseThrow())
                        .orElseThrow()
                        .id);
    }

    /** Byte by byte: some are in no charset that anybody names. */
    static byte[] mail(String fixture, Sent sent) {
        try (var file = Returns.class.getResourceAsStream("/bounces/" + fixture + ".eml")) {
            var text = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
            return filled(text, sent).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String text, Sent sent) {
        return text.replace("{{verp}}", sent.verp())
                .replace("{{VERP}}", sent.verp().toUpperCase(Locale.ROOT))
                .replace("{{messageId}}", sent.messageId())
                .replace("{{unsubscribe}}", sent.unsubscribe())
                .replace("{{email}}", sent.email());
    }

    ValidatableResponse post(byte[] mail) {
        return house.admin()
                .contentType("message/rfc822")
                .body(mail)
                .post("/api/admin/bounces")
                .then();
    }
}
