package dev.paperround;

import static dev.paperround.House.linkIn;
import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Impatient fingers, retrying scripts and long lists. */
@QuarkusTest
class ConcurrentRequestsTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final Map<String, Object> ALL = Map.of("day", DAY, "audience", Map.of("all", true));

    @Test
    void oneKeyAtOnceStartsOneSend() {
        var locations = atOnce(6, i -> house.admin()
                .header("Idempotency-Key", "at once")
                .contentType("application/json")
                .body(ALL)
                .post("/api/admin/sends")
                .header("Location"));

        assertThat(locations).doesNotContainNull().containsOnly(locations.get(0));
    }

    @Test
    void aLinkClickedTwiceAtOnceConfirmsOnce() {
        house.signUp(Map.of("email", "twice@once.example", "filters", List.of(Map.of("query", "robots"))));
        house.sendLetters();
        var token = linkIn(house.newestMail("twice@once.example"), "confirm");

        var statuses = atOnce(4, i -> house.confirm(token).extract().statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 410, 410, 410);
    }

    @Test
    void signUpsOfOneAddressAtOnceMakeOneSubscriber() {
        atOnce(5, i -> house.signUp(
                        Map.of("email", "same@once.example", "filters", List.of(Map.of("query", "robots " + i))))
                .statusCode(202));
        house.sendLetters();

        house.admin().get("/api/admin/subscribers").then().body("size()", equalTo(1));
    }

    @Test
    void thePapersOfOneDayAtOnceAreStoredOnce() {
        var body = rows(row("2611.80001", "Robots", "a", 1), row("2611.80002", "Rain", "b", 2));

        List<Integer> added =
                atOnce(4, i -> house.ingestRows(DAY, body).extract().path("added"));

        assertThat(added).containsExactlyInAnyOrder(2, 0, 0, 0);
        given().get("/api/papers").then().body("total", equalTo(2));
    }

    @Test
    void twoListsAtOnceInOppositeOrderAreBothTaken() {
        var lines = IntStream.range(0, 800)
                .mapToObj(i -> "p" + i + "@once.example,robots,,,\n")
                .toList();
        var backwards = new ArrayList<>(lines);
        Collections.reverse(backwards);
        var header = "email,queries,frequency,time_zone,send_at\n";

        var statuses = atOnce(4, i -> house.importList(header + String.join("", i % 2 == 0 ? lines : backwards))
                .extract()
                .statusCode());

        assertThat(statuses).containsOnly(200);
    }

    @Test
    void planningGoesThroughMoreThanOnePageOfPeople() {
        house.ingestRows(DAY, rows(row("2611.80003", "Robots", "a", 1)));
        var lines = IntStream.range(0, 1201)
                .mapToObj(i -> "p" + i + "@once.example," + (i % 3 == 0 ? "cats" : "robots") + ",,,\n")
                .toList();
        house.importList("email,queries,frequency,time_zone,send_at\n" + String.join("", lines))
                .body("added", equalTo(1201));

        assertThat(house.send(Map.of("day", DAY, "audience", Map.of("all", true), "dryRun", true)))
                .containsEntry("planned", 800)
                .containsEntry("skipped", 401)
                .containsEntry("state", "DONE");
        var named = IntStream.range(600, 1800)
                .mapToObj(i -> "p" + i + "@once.example")
                .toList();
        assertThat(house.send(Map.of("day", DAY, "audience", Map.of("emails", named), "dryRun", true)))
                .containsEntry("planned", 400)
                .containsEntry("skipped", 800);
    }

    private static <T> List<T> atOnce(int times, IntFunction<T> call) {
        var threads = Executors.newFixedThreadPool(times);
        try {
            var calls = IntStream.range(0, times)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), threads))
                    .toList();
            return calls.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
