package dev.paperround.subscriber;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.paperround.EmptyHouse;
import dev.paperround.subscriber.suppression.SuppressionHash;
import dev.paperround.subscriber.token.Tokens;
import dev.paperround.testing.BehindAProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Suppressions that were made under an older secret. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class SecretRotationTest extends EmptyHouse {
    private static final String ADA = "ada@rotation.example";

    @BeforeEach
    void suppressUnderTheOlder() {
        var older = new Tokens(List.of(BehindAProxy.OLDER_SECRET), house.clock())
                .hashes("suppression\n" + ADA)
                .get(0);
        house.sql("insert into suppression (hash, reason, since) values (decode('" + SuppressionHash.hexadecimal(older)
                + "', 'hex'), 'COMPLAINT', now())");
    }

    @Test
    void areFoundAndRefuseAnImport() {
        list().body("reason", contains("COMPLAINT"));
        house.importList("email,queries,frequency,time_zone,send_at\n" + ADA + ",kites,,,\n")
                .body("added", equalTo(0), "rejected", hasSize(1));
    }

    @Test
    void moveToTheNewerSecretWhenTheAddressIsSuppressedAgain() {
        house.admin()
                .contentType("application/json")
                .body(Map.of("email", ADA))
                .post("/api/admin/suppressions")
                .then()
                .statusCode(201);
        list().body("reason", contains("COMPLAINT"));
        house.admin().get("/api/admin/suppressions").then().body("", hasSize(1));
    }

    @Test
    void areLiftedByConfirming() {
        house.subscribe(ADA, "kites");
        house.admin().get("/api/admin/suppressions").then().body("", hasSize(0));
    }

    private ValidatableResponse list() {
        return house.admin().queryParam("q", ADA).get("/api/admin/suppressions").then();
    }
}
