package dev.paperround.web.subscription;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import dev.paperround.subscriber.SubscriberState;
import dev.paperround.web.Newcomers;
import dev.paperround.web.Visitor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnsubscribePageTest {
    private final Visitor visitor = new Visitor();

    @Inject
    Newcomers newcomers;

    @TestHTTPResource
    URI server;

    @Test
    void lookingShowsAButtonAndChangesNothing() {
        newcomers.subscribed("stays@example.org");
        var path = newcomers.unsubscribePath("stays@example.org");

        visitor.browser().head(path).then().statusCode(200);
        visitor.browser()
                .get(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(allOf(
                        containsString("action=\"" + path + "?goodbye=yes\""),
                        containsString(">Unsubscribe</button>")));
        assertThat(newcomers.state("stays@example.org")).contains(SubscriberState.ACTIVE);
    }

    @Test
    void oneClickWorksUrlencoded() {
        newcomers.subscribed("urlencoded@example.org");
        unsubscribes(
                "urlencoded@example.org",
                given().contentType("application/x-www-form-urlencoded")
                        .body("List-Unsubscribe=One-Click")
                        .post(newcomers.unsubscribePath("urlencoded@example.org")));
    }

    @Test
    void oneClickWorksAsMultipart() {
        newcomers.subscribed("multipart@example.org");
        unsubscribes(
                "multipart@example.org",
                given().multiPart("List-Unsubscribe", "One-Click")
                        .post(newcomers.unsubscribePath("multipart@example.org")));
    }

    @Test
    void oneClickWorksForAProgramThatTakesAnythingButHtml() {
        newcomers.subscribed("json@example.org");
        unsubscribes(
                "json@example.org",
                given().accept("application/json")
                        .contentType("application/x-www-form-urlencoded")
                        .body("List-Unsubscribe=One-Click")
                        .post(newcomers.unsubscribePath("json@example.org")));
    }

    @Test
    void theButtonOfThePageWorks() {
        newcomers.subscribed("button@example.org");
        unsubscribes("button@example.org", visitor.form().post(newcomers.unsubscribePath("button@example.org")));
    }

    private void unsubscribes(String email, Response response) {
        response.then()
                .statusCode(200)
                .header("Location", nullValue())
                .header("Set-Cookie", nullValue())
                .body(containsString("You are unsubscribed"));
        assertThat(newcomers.state(email)).contains(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void aBodyWithoutContentTypeWorksToo() throws IOException, InterruptedException {
        newcomers.subscribed("untyped@example.org");
        var address = server.resolve(newcomers.unsubscribePath("untyped@example.org"));
        var request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();

        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(newcomers.state("untyped@example.org")).contains(SubscriberState.UNSUBSCRIBED);
    }

    @Test
    void anErasedSubscribersLinkStillAnswersTheSame() {
        var preferences = newcomers.subscribed("gone@example.org");
        var path = newcomers.unsubscribePath("gone@example.org");
        visitor.form()
                .formParam("sure", "yes")
                .post(preferences + "/erase")
                .then()
                .statusCode(200);

        visitor.form().post(path).then().statusCode(200).body(containsString("You are unsubscribed"));
    }

    @Test
    void aForeignLinkLeadsNowhere() {
        visitor.browser().get("/unsubscribe/v1.u.1.0.0.AAAA").then().statusCode(404);
        visitor.form().post("/unsubscribe/v1.u.1.0.0.AAAA").then().statusCode(404);
    }
}
