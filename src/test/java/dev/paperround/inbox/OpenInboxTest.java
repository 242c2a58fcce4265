package dev.paperround.inbox;

import static io.restassured.RestAssured.given;

import dev.paperround.testing.BehindAProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BehindAProxy.class)
class OpenInboxTest {
    @Test
    void anOperatorMayOpenItToOthersThanThisMachine() {
        given().header("X-Forwarded-For", "192.0.2.7").get("/inbox").then().statusCode(200);
        given().header("Host", "papers.example.org").get("/inbox").then().statusCode(200);
    }
}
