package dev.paperround.sending;

import static dev.paperround.House.linkIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.EmptyHouse;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.token.Links;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single mails, letter by letter, and who gets the last of them. */
@QuarkusTest
class TransactionalMailsTest extends EmptyHouse {
    @Inject
    Links links;

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh"})
    void letters(String language) throws IOException {
        var email = language + "@letters.example";
        var form = form(email, language);
        house.signUp(form);
        house.sendLetters();
        look("confirm", language, email);

        house.confirm(linkIn(house.newestMail(email), "confirm"));
        house.signUp(form);
        house.sendLetters();
        look("already", language, email);

        askForLink(email);
        look("link", language, email);

        given().post(unsubscribePath(email) + "?goodbye=yes").then().statusCode(200);
        house.sendLetters();
        look("goodbye", language, email);
    }

    @Test
    void whoPressesTheButtonTwiceIsToldOnceAndFindsTheWayBack() {
        var email = "twice@letters.example";
        house.subscribe(form(email, "en"));
        var before = house.mails(email).size();

        for (var i = 0; i < 2; i++) {
            given().post(unsubscribePath(email) + "?goodbye=yes").then().statusCode(200);
            house.sendLetters();
        }

        assertThat(house.mails(email)).hasSize(before + 1);
        var back = linkIn(house.newestMail(email), "preferences");
        given().post("/preferences/" + back + "/resume").then().statusCode(200);
        house.owner(back).get("/api/subscription").then().statusCode(200);
    }

    @Test
    void whoUnsubscribesByTheMailProgramOrHasComeBackMeanwhileGetsNoMore() {
        var email = "quick@letters.example";
        var token = house.subscribe(form(email, "en"));
        var before = house.mails(email).size();

        given().formParam("List-Unsubscribe", "One-Click")
                .post(unsubscribePath(email))
                .then()
                .statusCode(200);
        house.sendLetters();
        given().post("/preferences/" + token + "/resume");
        given().post(unsubscribePath(email) + "?goodbye=yes").then().statusCode(200);
        given().post("/preferences/" + token + "/resume");
        house.sendLetters();

        assertThat(house.mails(email)).hasSize(before);
    }

    private void look(String name, String language, String email) throws IOException {
        var mail = house.newestMail(email);
        var file = language.equals("en") ? name : name + "." + language;
        Look.check(file, (String) mail.get("subject"), (String) mail.get("text"), (String) mail.get("html"));
    }

    private void askForLink(String email) {
        given().contentType("application/json")
                .body(Map.of("email", email))
                .post("/api/subscription/link")
                .then()
                .statusCode(202);
        house.sendLetters();
    }

    private String unsubscribePath(String email) {
        var id = QuarkusTransaction.requiringNew()
                .call(() -> Subscriber.findByEmail(EmailAddress.parse(email).orElseThrow())
                        .orElseThrow()
                        .id);
        return links.unsubscribe(id).substring(links.to("").length());
    }

    private static Map<String, Object> form(String email, String language) {
        return Map.of("email", email, "filters", List.of(Map.of("query", "tides")), "language", language);
    }
}
