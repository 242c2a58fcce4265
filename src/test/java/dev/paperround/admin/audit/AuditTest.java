package dev.paperround.admin.audit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.Operator;
import dev.paperround.admin.Audited;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what: every act is there, none can be taken out, and no erased person is in it. */
@QuarkusTest
class AuditTest extends EmptyHouse {
    @ConfigProperty(name = "paperround.admin-token")
    String ofTheSettings;

    private final String who = "auditor " + UUID.randomUUID();
    private String token;

    @BeforeEach
    void someone() {
        token = house.adminToken(who, "manage");
    }

    @Test
    void everyMethodThatChangesSomethingNamesItsAct() {
        var changes = describe(
                "POST, PUT or DELETE",
                (JavaMethod it) -> it.isAnnotatedWith(POST.class)
                        || it.isAnnotatedWith(PUT.class)
                        || it.isAnnotatedWith(DELETE.class));

        methods()
                .that(changes)
                .should()
                .beAnnotatedWith(Audited.class)
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.paperround.admin"));
    }

    @Test
    void anImportTellsWhoWhenAndHowMany() {
        var before = Instant.now().minusSeconds(1);
        House.bearer(token)
                .contentType("text/csv")
                .body("email,queries,frequency,time_zone,send_at\na@audit.example,gull,,,\nb@audit.example,gull,,,\n")
                .post("/api/admin/subscribers/import")
                .then()
                .statusCode(200);

        var entry = mine().get(0);
        assertThat(entry)
                .containsEntry("who", who)
                .containsEntry("act", "subscribers-import")
                .containsEntry("howMany", 2)
                .containsEntry("outcome", "DONE")
                .containsEntry("status", 200);
        assertThat(Instant.parse((String) entry.get("at"))).isAfter(before);
    }

    @Test
    void aSendIsNamedWithItsNumberAndItsAudience() {
        House.bearer(token)
                .contentType("application/json")
                .body(Map.of("day", "2026-11-18", "audience", Map.of("emails", List.of("a@audit.example"))))
                .post("/api/admin/sends")
                .then()
                .statusCode(202);

        assertThat(mine().get(0)).containsEntry("act", "send-start").containsEntry("howMany", 1);
        assertThat((String) mine().get(0).get("subject")).startsWith("send ").contains("2026-11-18");
    }

    @Test
    void whatIsRefusedIsThereAsWell() {
        House.bearer(token)
                .delete("/api/admin/subscribers/nobody@audit.example")
                .then()
                .statusCode(404);
        assertThat(mine().get(0)).containsEntry("act", "subscriber-erase").containsEntry("outcome", "REFUSED");

        var reader = "reader " + UUID.randomUUID();
        var readers = house.adminToken(reader, "read");
        House.bearer(readers)
                .delete("/api/admin/subscribers/nobody@audit.example")
                .then()
                .statusCode(403);
        Awaitility.await().untilAsserted(() -> assertThat(by(reader)).first().satisfies(it -> assertThat(it)
                .containsEntry("act", "subscriber-erase")
                .containsEntry("status", 403)));
    }

    @Test
    void lookingIsNoActButCarryingAListAwayIs() {
        House.bearer(token).get("/api/admin/subscribers").then().statusCode(200);
        House.bearer(token).get("/api/admin/subscribers/export").then().statusCode(200);

        assertThat(mine()).extracting(it -> it.get("act")).containsExactly("subscribers-export");
    }

    @Test
    void signingInAndOutIsThereWithTheTokensName() {
        var session = Operator.session(token);
        given().redirects().follow(false).cookie("paperround_admin", session).post("/admin/logout");

        assertThat(mine()).extracting(it -> it.get("act")).containsExactly("sign-out", "sign-in");
    }

    @Test
    void anAddressIsKeptAsAHashByWhichItIsFound() {
        house.importActive("Gone@audit.example", "gull");
        House.bearer(token)
                .delete("/api/admin/subscribers/gone@audit.example")
                .then()
                .statusCode(204);

        assertThat(house.count("select count(*) from audit a where a::text ilike '%gone@audit%'"))
                .isZero();
        house.admin()
                .queryParam("email", "GONE@audit.example")
                .queryParam("who", who)
                .get("/api/admin/audit")
                .then()
                .body("", hasSize(1))
                .body("[0].act", equalTo("subscriber-erase"));
        house.admin()
                .queryParam("email", "other@audit.example")
                .get("/api/admin/audit")
                .then()
                .body("", hasSize(0));
        house.admin()
                .queryParam("email", "no address")
                .get("/api/admin/audit")
                .then()
                .statusCode(400);
    }

    @Test
    void theDatabaseItselfRefusesToChangeIt() {
        for (var statement : List.of("update audit set who = 'somebody else'", "delete from audit", "truncate audit")) {
            assertThatThrownBy(() -> house.sql(statement)).rootCause().hasMessageContaining("can only be added to");
        }
    }

    @Test
    void afterTwoYearsAnEntryGoes() {
        House.bearer(token).get("/api/admin/subscribers/export").then().statusCode(200);
        house.clock().set(Instant.now().plus(Duration.ofDays(729)));
        house.forgetWhatIsOld();
        assertThat(mine()).isNotEmpty();

        house.clock().set(Instant.now().plus(Duration.ofDays(731)));
        house.forgetWhatIsOld();
        assertThat(mine()).isEmpty();
    }

    @Test
    void thePageListsIt() {
        House.bearer(token).get("/api/admin/subscribers/export").then().statusCode(200);
        var session = Operator.session(ofTheSettings);

        var page = given().cookie("paperround_admin", session);
        page.get("/admin/audit").then().statusCode(200).body(containsString(who), containsString("subscribers-export"));
        page.queryParam("email", "other@audit.example")
                .get("/admin/audit")
                .then()
                .statusCode(200)
                .body(not(containsString(who)));
    }

    private List<Map<String, Object>> mine() {
        return by(who);
    }

    private List<Map<String, Object>> by(String name) {
        return house.admin()
                .queryParam("who", name)
                .get("/api/admin/audit")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
    }
}
