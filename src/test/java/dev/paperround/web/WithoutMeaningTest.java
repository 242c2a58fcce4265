package dev.paperround.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.paperround.House;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Tests run with the meaning switched off, but for those that are about it. */
@QuarkusTest
class WithoutMeaningTest {
    @Inject
    House house;

    @Test
    void likeIsRefusedWithOneSentenceAndTheFormsDoNotOfferIt() {
        given().queryParam("q", "rain like:\"bad weather\"")
                .get("/api/filters/preview")
                .then()
                .statusCode(400)
                .body("position", is(5))
                .body("detail", containsString("not available here"));
        house.signUp(Map.of("email", "a@off.example", "filters", List.of(Map.of("query", "like:\"rain\""))))
                .statusCode(400);
        assertThat(Jsoup.parse(given().get("/").asString()).select("#ownWords, details.more"))
                .isEmpty();
    }

    @Test
    void theDoctorSaysWhy() {
        house.admin()
                .get("/api/admin/doctor")
                .then()
                .statusCode(200)
                .body("find { it.check == 'meaning' }.says", containsString("PAPERROUND_MEANING"));
    }
}
