package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.paperround.testing.InPublic;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators whom an OpenID provider vouches for: what their roles open, and that nobody else's word counts. */
@QuarkusTest
@TestProfile(InPublic.class)
class OpenIdTest {
    KeyPair keys;

    @Inject
    House house;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    String issuer;

    @ParameterizedTest
    @CsvSource({
        "paper-round-read, GET, /api/admin/sends, 200",
        "paper-round-read, POST, /api/admin/sends, 403",
        "paper-round-send, POST, /api/admin/sends, 400",
        "paper-round-send, GET, /api/admin/audit, 403",
        "paper-round-manage, GET, /api/admin/audit, 200",
        "something-else, GET, /api/admin/sends, 403"
    })
    void aRoleOfTheProviderReachesAsFarAsItsScope(String role, String method, String path, int status) {
        call(signed(claims(role), keys), method, path).statusCode(status);
    }

    @Test
    void whatTheyDoIsInTheAuditUnderTheirName() {
        call(signed(claims("paper-round-manage"), keys), "GET", "/api/admin/subscribers/export")
                .statusCode(200);

        house.admin()
                .queryParam("who", "oidc:ada")
                .get("/api/admin/audit")
                .then()
                .body(containsString("subscribers-export"));
    }

    @Test
    void nobodyElsesSignatureCounts() {
        call(signed(claims("paper-round-manage"), OpenIdProvider.newKeys()), "GET", "/api/admin/sends")
                .statusCode(401);
    }

    @Test
    void aTokenMeantForAnotherProgramOpensNothing() {
        call(signed(claims("paper-round-manage").audience("another"), keys), "GET", "/api/admin/sends")
                .statusCode(401);
        call(signed(claims("paper-round-manage").audience(Set.of()), keys), "GET", "/api/admin/sends")
                .statusCode(401);
    }

    @Test
    void aTokenOfAnotherIssuerOpensNothing() {
        call(signed(claims("paper-round-manage").issuer("https://login.example.org"), keys), "GET", "/api/admin/sends")
                .statusCode(401);
    }

    @Test
    void anExpiredTokenOpensNothing() {
        call(
                        signed(
                                claims("paper-round-manage")
                                        .expiresAt(Instant.now().minusSeconds(60)),
                                keys),
                        "GET",
                        "/api/admin/sends")
                .statusCode(401);
    }

    @Test
    void anUnsignedTokenOpensNothing() {
        var header = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        var body = signed(claims("paper-round-manage"), keys).split("\\.")[1];

        call(header + "." + body + ".", "GET", "/api/admin/sends").statusCode(401);
        call(header + "." + body + ".AAAA", "GET", "/api/admin/sends").statusCode(401);
    }

    @Test
    void theTokensOfTheProgramWorkAsBefore() {
        house.admin().get("/api/admin/audit").then().statusCode(200);
        var made = house.adminToken("beside the provider " + Instant.now(), "read");
        call(made, "GET", "/api/admin/sends").statusCode(200);
        call("wrong", "GET", "/api/admin/sends").statusCode(401);
        house.empty();
        var manage = house.subscribe("reader@openid.example", "gull");
        house.owner(manage).get("/api/subscription").then().statusCode(200);
        assertThat(house.mails("reader@openid.example")).isNotEmpty();
    }

    private static ValidatableResponse call(String token, String method, String path) {
        var request = House.bearer(token);
        if (method.equals("POST")) {
            request.contentType("application/json").body("{}");
        }
        return request.request(method, path).then();
    }

    private JwtClaimsBuilder claims(String role) {
        return Jwt.issuer(issuer)
                .subject("ada")
                .audience("paper-round")
                .groups(role)
                .expiresIn(300);
    }

    private static String signed(JwtClaimsBuilder claims, KeyPair keys) {
        return claims.jws().keyId("one").sign(keys.getPrivate());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
