package dev.paperround;

import static dev.paperround.testing.PlainWords.assertPlain;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.paperround.testing.Guarded;
import dev.paperround.testing.KeptLines;
import dev.paperround.testing.PlainWords;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** An OpenID provider that cannot be reached, since before the program was started. */
@QuarkusTest
@TestProfile(Guarded.class)
class OpenIdOutageTest {
    @Inject
    House house;

    @Inject
    Operator operator;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @Test
    void whoComesWithItsTokenIsToldSoAndToTryAgain() {
        var token = Jwt.issuer(issuer)
                .subject("ada")
                .audience("paper-round")
                .groups("paper-round-manage")
                .expiresIn(300)
                .jws()
                .keyId("one")
                .sign(OpenIdProvider.newKeys().getPrivate());

        var log = Logger.getLogger("io.quarkus.oidc");
        var kept = new KeptLines();
        log.addHandler(kept);
        try {
            House.bearer(token)
                    .get("/api/admin/sends")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "60")
                    .body("detail", equalTo("The OpenID provider could not be reached. Try again in a minute."));
        } finally {
            log.removeHandler(kept);
        }

        assertThat(kept.lines()).isNotEmpty().allSatisfy(PlainWords::assertPlain);
    }

    @Test
    void theTokensOfTheProgramAndTheLoginPageWorkAsBefore() {
        house.admin().get("/api/admin/audit").then().statusCode(200);
        House.bearer(house.adminToken("while the provider is down " + Instant.now(), "read"))
                .get("/api/admin/sends")
                .then()
                .statusCode(200);
        House.bearer("wrong").get("/api/admin/sends").then().statusCode(401);
        var page = Jsoup.parse(given().accept("text/html").get("/admin/login").asString());
        assertThat(page.select("[name=token]")).hasSize(1);
        assertPlain(page.text());
        operator.signIn();
        operator.open("/admin");
    }
}
