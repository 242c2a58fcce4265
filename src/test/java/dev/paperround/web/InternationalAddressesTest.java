package dev.paperround.web;

import static dev.paperround.House.linkIn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.House;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Addresses in letters of the world (RFC 6531). */
@QuarkusTest
class InternationalAddressesTest {
    @Inject
    House house;

    @Test
    void somebodySignsUpConfirmsAndGetsADigest() {
        house.empty();
        house.ingestRows("2026-11-18", House.rows(House.row("2611.66001", "Robots at Sea", "Robots.", 3)))
                .statusCode(200);
        house.signUp(Map.of("email", "Ада@книги.example", "filters", List.of(Map.of("query", "robots"))))
                .statusCode(202);
        house.sendLetters();
        house.confirm(linkIn(house.newestMail("Ада@xn--c1ajbfp.example"), "confirm"))
                .statusCode(200);

        house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));

        var deliveries = house.deliveries("ада@xn--c1ajbfp.example");
        assertThat(house.mails("Ада@xn--c1ajbfp.example")).hasSize(2);
        assertThat(deliveries).hasSize(1);
        assertThat(deliveries.get(0)).containsEntry("state", "sent");
    }
}
