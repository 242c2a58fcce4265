package dev.paperround;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever strangers ask, planning and sending keep their own share. */
@QuarkusTest
class PlanningBesideGuestsTest {
    private static final String ADA = "ada@guests.example";
    private static final String DEAREST = IntStream.range(0, 71)
            .mapToObj(i -> "" + (char) ('a' + i % 26) + (char) ('a' + i / 3) + "*")
            .collect(Collectors.joining(" OR "));

    @Inject
    House house;

    @Test
    void aDigestThatComesDueIsPlannedAndMailedBesideTheDearestPreviews() throws InterruptedException {
        house.empty();
        house.setClock("2026-11-18T07:00:00Z");
        for (var day = 1; day <= 18; day++) {
            house.ingestRows("2026-11-%02d".formatted(day), House.rows(papers(day)));
        }
        house.importActive(ADA, "robots");
        house.sql("update subscriber set frequency = 'DAILY', next_due_at = '2026-11-18T08:00:00Z'");
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var over = new AtomicBoolean();
        var guests = IntStream.range(0, 6)
                .mapToObj(number -> new Thread(() -> ask(number, over, statuses)))
                .toList();
        guests.forEach(Thread::start);
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> statuses.size() > 6);
            house.setClock("2026-11-18T08:00:30Z");
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                house.planDue();
                house.deliver();
                return !house.mails(ADA).isEmpty();
            });
        } finally {
            over.set(true);
            for (var guest : guests) {
                guest.join();
            }
        }

        assertThat(house.mails(ADA)).hasSize(1);
        assertThat(house.deliveries(ADA)).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("state", "sent"));
        assertThat(statuses).contains(200).isSubsetOf(200, 413, 429, 503);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
    }

    private static void ask(int number, AtomicBoolean over, ConcurrentLinkedQueue<Integer> statuses) {
        for (var days = 365 - number; !over.get(); days = days > 30 ? days - 6 : 365) {
            statuses.add(given().queryParam("q", DEAREST)
                    .queryParam("days", days)
                    .get("/api/filters/preview")
                    .statusCode());
        }
    }

    private static Object[] papers(int day) {
        return IntStream.range(0, 60)
                .mapToObj(i -> House.row(
                        "2611.%05d".formatted(40_000 + day * 100 + i),
                        "Robots of " + day + " and " + i,
                        words(day * 60 + i),
                        i))
                .toArray();
    }

    private static String words(int seed) {
        return IntStream.range(0, 80)
                .mapToObj(i -> "" + (char) ('a' + Math.floorMod(seed + i * i, 26)) + (char) ('a' + i % 26) + "w" + i)
                .collect(Collectors.joining(" "));
    }
}
