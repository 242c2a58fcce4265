package dev.paperround.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxTest {
    @Inject
    Mailer mailer;

    @Test
    void aMailIsListedAndShownWithItsPartsShutIn() {
        String subject = "Müller & <b>" + UUID.randomUUID() + "</b>";
        mailer.send(Mail.withHtml("reader@example.org", subject, "<html><head></head><body><a href='/x'>Go</a></body>")
                .setText("Go: /x")
                .setFrom("digest@localhost"));
        String id = idOf(subject);

        given().accept(ContentType.HTML)
                .get("/inbox")
                .then()
                .statusCode(200)
                .body(containsString("/inbox/" + id), not(containsString(subject)));
        given().accept(ContentType.HTML)
                .get("/inbox/" + id)
                .then()
                .statusCode(200)
                .body(containsString("src=\"/inbox/" + id + "/html\""), containsString("reader@example.org"));
        given().get("/inbox/" + id + "/html")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", startsWith("sandbox allow-popups"))
                .header("Content-Security-Policy", not(containsString("allow-scripts")))
                .body(containsString("<base target=\"_top\">"));
        assertThat(given().get("/inbox/" + id + "/text").asString().strip()).isEqualTo("Go: /x");
        assertThat(given().get("/inbox/" + id + "/source").asString()).startsWith("Return-Path: <digest@localhost>");
    }

    @Test
    void aMailThatIsNotThereIsNotFound() {
        given().get("/inbox/1795210454239833-00000000").then().statusCode(404);
        given().get("/inbox/..%2Fsecret").then().statusCode(404);
    }

    @Test
    void manySessionsAtOnceLoseNoMail() {
        String subject = "Round " + UUID.randomUUID();
        IntStream.range(0, 100)
                .parallel()
                .forEach(i -> mailer.send(Mail.withText("reader" + i + "@example.org", subject, "Papers.")
                        .setFrom("digest@localhost")));
        assertThat(subjects()).filteredOn(subject::equals).hasSize(100);
    }

    private static String idOf(String subject) {
        return given().accept(ContentType.JSON)
                .get("/inbox?limit=5000")
                .jsonPath()
                .getString("mails.find { it.subject == '" + subject + "' }.id");
    }

    private static List<String> subjects() {
        return given().accept(ContentType.JSON)
                .get("/inbox?limit=5000")
                .jsonPath()
                .getList("mails.subject", String.class);
    }
}
