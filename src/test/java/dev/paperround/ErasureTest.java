package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.paperround.sending.correction.SubscriberEraser;
import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.signup.MailRequest;
import dev.paperround.subscriber.signup.SignUps;
import dev.paperround.testing.TestClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of somebody who was erased: nothing that says who it was, and no way back by a backup. */
@QuarkusTest
class ErasureTest extends EmptyHouse {
    private static final String GONE = "vanishing.reader@erasure.example";

    @Inject
    AgroalDataSource database;

    @Inject
    SubscriberEraser eraser;

    @Inject
    TestClock clock;

    @Inject
    SignUps signUps;

    @BeforeEach
    void papers() {
        house.setClock("2026-11-18T09:00:00Z");
        house.ingestRows("2026-11-18", House.rows(House.row("2611.70001", "Herring Gulls", "They shout.", 4)))
                .statusCode(200);
    }

    @Test
    void noTextInAnyTableHoldsTheAddressAfterwards() throws SQLException {
        var token = everywhere();
        assertThat(tablesWith(GONE))
                .contains(
                        "subscriber",
                        "delivery",
                        "delivery_message",
                        "send",
                        "sender_journal",
                        "mail_request",
                        "bounce",
                        "sign_up");

        house.owner(token).delete("/api/subscription").then().statusCode(204);

        assertThat(tablesWith(GONE)).isEmpty();
        assertThat(tablesWith("vanishing")).isEmpty();
    }

    @Test
    void neitherDoesItWhenAnOperatorErases() throws SQLException {
        everywhere();

        house.admin().delete("/api/admin/subscribers/" + GONE).then().statusCode(204);

        assertThat(tablesWith("vanishing")).isEmpty();
    }

    @Test
    void whatWasSentStaysAsANumberThatLeadsToNobody() {
        house.subscribe(GONE, "gull");
        house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));
        assertThat(house.count("select count(*) from delivery where state = 'SENT'"))
                .isEqualTo(1);

        house.admin().delete("/api/admin/subscribers/" + GONE).then().statusCode(204);

        assertThat(house.count("select count(*) from delivery where state = 'SENT' and subscriber_id is null"))
                .isEqualTo(1);
        house.admin().get("/api/admin/deliveries").then().statusCode(200).body("", hasSize(1));
    }

    @Test
    void whatWasStillOpenIsSkippedAndThenLeadsToNobody() {
        house.subscribe(GONE, "gull");
        house.startSend(Map.of("day", "2026-11-18", "audience", Map.of("all", true)))
                .statusCode(202);
        house.planSends();

        house.admin().delete("/api/admin/subscribers/" + GONE).then().statusCode(204);
        house.deliver();

        house.admin().get("/api/admin/deliveries").then().body("[0].state", equalTo("skipped"));
        house.forgetWhatIsOld();
        assertThat(house.count("select count(*) from delivery where subscriber_id is not null"))
                .isZero();
    }

    @Test
    void noDeliveryKeepsTheNumberWhateverItsState() {
        for (var state : List.of("SENT", "REJECTED", "SKIPPED", "UNKNOWN", "RETRY", "LEASED")) {
            house.empty();
            papers();
            house.subscribe(GONE, "gull");
            house.send(Map.of("day", "2026-11-18", "audience", Map.of("all", true)));
            house.sql("update delivery set attempts = 1, state = '" + state + "'");
            house.sql("insert into delivery_message (delivery_id, message) select id, 'bytes' from delivery");

            house.admin().delete("/api/admin/subscribers/" + GONE).then().statusCode(204);

            assertThat(house.count("select count(*) from delivery where erased and subscriber_id is null"))
                    .as(state)
                    .isEqualTo(1);
            assertThat(house.count("select count(*) from delivery_message")).isZero();
        }
    }

    @Test
    void aSignUpThatIsBeingAnsweredBringsNobodyBack() {
        house.signUp(Map.of("email", GONE, "filters", List.of(Map.of("query", "tern"))))
                .statusCode(202);
        var request = QuarkusTransaction.requiringNew()
                .call(() ->
                        MailRequest.of(EmailAddress.parse(GONE).orElseThrow()).get(0));

        house.admin().delete("/api/admin/subscribers/" + GONE).then().statusCode(404);

        assertThat(signUps.answer(request)).isEmpty();
        assertThat(house.count("select count(*) from subscriber")).isZero();
    }

    @Test
    void whoComesBackByARestoredBackupIsErasedOnceMore() {
        house.importActive(GONE, "gull");
        house.importActive("stays@erasure.example", "gull");
        house.sql("create table backup as table subscriber");
        try {
            clock.set(clock.instant().plus(Duration.ofDays(1)));
            house.admin().delete("/api/admin/subscribers/" + GONE).then().statusCode(204);
            house.sql(
                    "insert into subscriber overriding system value select * from backup where email = '" + GONE + "'");

            assertThat(eraser.eraseRestored()).isEqualTo(1);

            house.admin().get("/api/admin/subscribers").then().body("email", equalTo(List.of("stays@erasure.example")));
        } finally {
            house.sql("drop table backup");
        }
    }

    @Test
    void aListOfBeforeTheErasureBringsNobodyBackAndANewSignUpDoes() {
        house.importActive(GONE, "gull");
        var list = house.admin().get("/api/admin/subscribers/export").asString();
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        house.admin().delete("/api/admin/subscribers/" + GONE).then().statusCode(204);

        house.importList(list)
                .body("added", equalTo(0))
                .body("rejected", hasSize(1))
                .body("rejected[0].reason", containsString("erased"));
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        house.subscribe(GONE, "gull");
        assertThat(eraser.eraseRestored()).isZero();
        house.admin().get("/api/admin/subscribers").then().body("", hasSize(1));
    }

    @Test
    void anOperatorWhoVouchesForSomebodyAgainTakesThemIn() {
        house.importActive(GONE, "gull");
        house.admin().delete("/api/admin/subscribers/" + GONE).then().statusCode(204);
        clock.set(clock.instant().plus(Duration.ofSeconds(1)));

        house.importList("email,queries,frequency,time_zone,send_at\n" + GONE + ",gull,,,\n")
                .body("added", equalTo(1));
        assertThat(eraser.eraseRestored()).isZero();
    }

    @Test
    void theListOfErasuresOutlivesTheDatabase() {
        house.importActive(GONE, "gull");
        house.sql("create table backup as table subscriber");
        try {
            clock.set(clock.instant().plus(Duration.ofDays(1)));
            house.admin().delete("/api/admin/subscribers/" + GONE).then().statusCode(204);
            var kept = house.admin()
                    .get("/api/admin/erasures")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(kept).doesNotContain("vanishing");

            house.sql("truncate erasure");
            house.sql("insert into subscriber overriding system value select * from backup");
            house.admin()
                    .contentType("application/json")
                    .body(kept)
                    .post("/api/admin/erasures")
                    .then()
                    .statusCode(200)
                    .body("erasedAgain", equalTo(1));

            house.admin().get("/api/admin/subscribers").then().body("", hasSize(0));
        } finally {
            house.sql("drop table backup");
        }
    }

    @Test
    void theirFileTellsHowTheyConsented() {
        var token = house.subscribe(GONE, "gull");

        house.owner(token)
                .get("/api/subscription/export")
                .then()
                .statusCode(200)
                .body("consents.way", equalTo(List.of("SIGNED_UP", "CONFIRMED")))
                .body("consents.network", equalTo(List.of("127.0.0.0/24", "127.0.0.0/24")))
                .body("consents[1].textVersion", notNullValue())
                .body("consents[1].at", notNullValue());
    }

    /** Somebody who left a trace wherever there can be one. */
    private String everywhere() {
        var token = house.subscribe(Map.of(
                "email", GONE, "filters", List.of(Map.of("name", "for " + GONE, "query", "gull OR \"" + GONE + "\""))));
        house.admin()
                .header("Idempotency-Key", "welcome " + GONE)
                .contentType("application/json")
                .body(Map.of(
                        "day", "2026-11-18", "audience", Map.of("emails", List.of(GONE, "stranger@erasure.example"))))
                .post("/api/admin/sends")
                .then()
                .statusCode(202);
        house.planSends();
        house.deliver();
        house.sql("update delivery set smtp_reply = '550 no mailbox " + GONE + "' where subscriber_id is not null");
        house.sql("update sender_journal set replies = array_fill('250 queued for " + GONE
                + "'::text, array[cardinality(accepted)]) where cardinality(accepted) > 0");
        house.sql("update delivery set address = '" + GONE + "' where subscriber_id is null");
        house.sql("insert into delivery_message (delivery_id, message) select id, convert_to('To: " + GONE
                + "', 'UTF8') from delivery" + " where subscriber_id is not null");
        house.sql("insert into sign_up (subscriber_id, preferences, created_at)"
                + " select id, jsonb_build_object('filters', '" + GONE + "'), now() from subscriber");
        house.sql("insert into bounce (received_at, kind, reference, subscriber_id, suppressed, diagnostic, raw)"
                + " select now(), 'SOFT', 'r', id, false, 'no " + GONE + "', convert_to('To: " + GONE + "', 'UTF8')"
                + " from subscriber");
        house.signUp(Map.of("email", GONE, "filters", List.of(Map.of("query", "tern"))))
                .statusCode(202);
        house.admin()
                .contentType("application/json")
                .body(Map.of("email", GONE))
                .post("/api/admin/suppressions")
                .then()
                .statusCode(201);
        house.admin().delete("/api/admin/suppressions/" + GONE).then().statusCode(204);
        return token;
    }

    private Set<String> tablesWith(String text) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition""")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                // As bytes a mail is written in hexadecimal.
                try (var rows = statement.executeQuery("select count(*) from \"" + table + "\" t where t::text ilike '%"
                        + text + "%' or t::text ilike '%' || encode(convert_to('" + text
                        + "', 'UTF8'), 'hex') || '%'")) {
                    rows.next();
                    if (rows.getLong(1) > 0) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }
}
