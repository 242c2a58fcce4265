package dev.paperround.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.paperround.testing.PlainSmtp;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxMailsTest {
    @Test
    void aMailIsListedAndShownWithItsPartsShutIn() {
        String subject = "Müller & <b>" + UUID.randomUUID() + "</b>";
        var parts = """
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="part"

                --part
                Content-Type: text/plain; charset=UTF-8

                Go: /x
                --part
                Content-Type: text/html; charset=UTF-8

                <html><head></head><body><a href='/x'>Go</a></body>
                --part--""";
        PlainSmtp.send(
                "digest@localhost", "reader@example.org", "To: reader@example.org\nSubject: " + subject + "\n" + parts);
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
                .forEach(i -> PlainSmtp.send(
                        "digest@localhost", "reader" + i + "@example.org", "Subject: " + subject + "\n\nPapers."));
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
