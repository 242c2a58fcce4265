package dev.paperround.sending;

import static dev.paperround.House.row;
import static dev.paperround.House.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paperround.EmptyHouse;
import dev.paperround.sending.planning.DuePlanner;
import dev.paperround.sending.planning.SendPlanner;
import dev.paperround.testing.PlainWords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many subscribers, several planners at once, and planners that fail. */
@QuarkusTest
class PlanningTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final Map<String, Object> ALL = Map.of("day", DAY, "audience", Map.of("all", true));
    private static final int PEOPLE = SendPlanner.PAGE + 700;

    @Inject
    AgroalDataSource database;

    @Inject
    SendPlanner sendPlanner;

    @Inject
    DuePlanner duePlanner;

    @BeforeEach
    void papers() {
        house.ingestRows(
                DAY, rows(row("2611.53001", "Robots at Sea", "Waves.", 4), row("2611.53002", "Robots", "Sand.", 2)));
    }

    @AfterEach
    void empty() {
        house.sql("drop function if exists fail_planning cascade");
        house.empty();
    }

    @Test
    void plannersAtOnceNeverPlanAPaperTwiceForOneSubscriber() {
        people(PEOPLE, 2);
        house.sql("update subscriber set next_due_at = '2026-11-18T08:00:00Z'");
        house.setClock("2026-11-18T08:00:30Z");
        house.startSend(ALL).statusCode(202);
        house.startSend(ALL).statusCode(202);

        atOnce(sendPlanner::planAll, sendPlanner::planAll, duePlanner::planDue, duePlanner::planDue);

        assertThat(number("select count(*) from delivery")).isEqualTo(3 * PEOPLE);
        assertThat(number("select count(*) from delivery, unnest(paper_ids)")).isEqualTo(2 * PEOPLE);
        assertThat(number(
                        "select count(*) from (select subscriber_id, unnest(paper_ids) from delivery group by 1, 2) d"))
                .isEqualTo(2 * PEOPLE);
        assertThat(number("select count(*) from send where state = 'PLANNING'")).isZero();
        assertThat(number("select count(*) from subscriber where next_due_at <= '2026-11-18T08:00:30Z'"))
                .isZero();
    }

    @Test
    void whoTakesOnePaperADayGetsTheOtherFromTheSendThatOverlaps() {
        people(300, 1);
        house.startSend(ALL).statusCode(202);
        house.startSend(ALL).statusCode(202);

        atOnce(sendPlanner::planAll, sendPlanner::planAll);

        assertThat(number("select count(*) from delivery where cardinality(paper_ids) = 1"))
                .isEqualTo(600);
        assertThat(number("select count(distinct (subscriber_id, paper_ids)) from delivery"))
                .isEqualTo(600);
    }

    @Test
    void planningThatFailedInTheMiddleGoesOnWhereItWas() {
        people(PEOPLE, 2);
        var location = house.startSend(ALL).extract().header("Location");
        house.sql("""
                create function fail_planning() returns trigger language plpgsql as $$ begin
                    raise exception 'a full disk' using errcode = '53100'; end $$""");
        house.sql("""
                create trigger fail_planning before insert on delivery for each row
                when (new.subscriber_id = (%d)) execute function fail_planning()""".formatted(number("select max(id) from subscriber")));

        house.planSends();
        assertThat(house.progress(location)).containsEntry("state", "PLANNING");
        assertThat(number("select count(*) from delivery")).isEqualTo(SendPlanner.PAGE);

        house.sql("drop function fail_planning cascade");
        house.planSends();
        assertThat(house.progress(location)).containsEntry("state", "SENDING").containsEntry("planned", PEOPLE);
        assertThat(number("select count(distinct subscriber_id) from delivery")).isEqualTo(PEOPLE);
    }

    @Test
    void aRowThatTheDatabaseRefusesStopsNoOthersPlanOnSchedule() {
        people(60, 2);
        house.sql("update subscriber set next_due_at = '2026-11-18T08:00:00Z'");
        house.setClock("2026-11-18T08:00:30Z");
        refuse("new.subscriber_id = %d and new.state = 'PLANNED' or new.subscriber_id = %d"
                .formatted(subscriber("p7"), subscriber("p41")));

        house.planDue();
        house.deliver();

        assertThat(number("select count(*) from delivery where state = 'SENT'")).isEqualTo(58);
        assertThat(house.mails("p1@plan.example")).hasSize(1);
        assertThat(house.deliveries("p7@plan.example")).singleElement().satisfies(it -> {
            assertThat(it).containsEntry("state", "skipped");
            PlainWords.assertPlain(it.get("reason"));
        });
        assertThat(house.deliveries("p41@plan.example")).isEmpty();
        assertThat(number("select count(*) from subscriber where next_due_at <= '2026-11-18T08:00:30Z'"))
                .isZero();
    }

    @Test
    void aRowThatTheDatabaseRefusesStopsNoOthersPlanByHand() {
        people(60, 2);
        refuse("new.subscriber_id = %d and new.state = 'PLANNED'".formatted(subscriber("p41")));
        var location = house.startSend(ALL).extract().header("Location");

        house.planSends();
        house.deliver();

        assertThat(house.progress(location))
                .containsEntry("state", "DONE")
                .containsEntry("sent", 59)
                .containsEntry("skipped", 1);
    }

    @Test
    void aDatabaseThatRefusesEveryRowIsAskedAgainAndNobodyIsPassedOver() {
        people(60, 2);
        house.sql("update subscriber set next_due_at = '2026-11-18T08:00:00Z'");
        house.setClock("2026-11-18T08:00:30Z");
        refuse("true");
        assertThatThrownBy(house::planDue).isInstanceOf(RuntimeException.class);
        assertThat(number("select count(*) from delivery")).isZero();

        house.sql("drop function fail_planning cascade");
        house.planDue();
        assertThat(number("select count(*) from delivery where state = 'PLANNED'"))
                .isEqualTo(60);
    }

    private void refuse(String which) {
        house.sql("""
                create function fail_planning() returns trigger language plpgsql as $$ begin
                    raise exception 'a text of another encoding' using errcode = '22P05'; end $$""");
        house.sql("create trigger fail_planning before insert on delivery for each row when (" + which
                + ") execute function fail_planning()");
    }

    private int subscriber(String name) {
        return number("select id from subscriber where email = '" + name + "@plan.example'");
    }

    @Test
    void whoStandsInAnAudienceTwiceIsPlannedOnce() {
        people(3, 2);
        house.sql("""
                insert into send (kind, day, audience, state, created_on, started_at)
                select 'MANUAL', '%s', array['p1@plan.example', 'P1@plan.example', 'stranger@plan.example',
                       'Stranger@plan.example', 'p2@plan.example', 'p1@plan.example'], 'PLANNING', current_date, now()
                from ensure_delivery_partition(current_date)""".formatted(DAY));

        house.planSends();

        assertThat(number("select count(*) from delivery where state = 'PLANNED'"))
                .isEqualTo(2);
        assertThat(number("select count(*) from delivery where reason = 'NOT_A_SUBSCRIBER'"))
                .isOne();
    }

    @Test
    void whatWasReceivedLongAgoIsNotSentAgainWhenThePaperIsFeaturedAgain() {
        house.setClock("2026-01-10T08:00:00Z");
        house.ingestRows("2026-01-09", rows(row("2601.53003", "Robots of Winter", "Snow.", 9)));
        people(1, 20);
        house.send(Map.of("day", "2026-01-09", "audience", Map.of("all", true)));
        assertThat(number("select count(*) from delivery, unnest(paper_ids)")).isOne();

        house.setClock("2026-11-19T08:00:00Z");
        house.ingestRows("2026-11-19", rows(row("2601.53003", "Robots of Winter", "Snow.", 9)));
        house.send(Map.of("day", "2026-11-19", "audience", Map.of("all", true)));

        assertThat(number("select count(*) from delivery, unnest(paper_ids)")).isEqualTo(3);
    }

    private void people(int count, int most) {
        house.sql("""
                insert into subscriber (email, email_key, state, frequency, weekday, send_at, time_zone, max_papers,
                                        created_at, confirmed_at, next_due_at)
                select 'p' || n || '@plan.example', 'p' || n || '@plan.example', 'ACTIVE', 'DAILY', 'MONDAY', '08:00',
                       'UTC', %d, now(), now(), now() + interval '1 year'
                from generate_series(1, %d) n""".formatted(most, count));
        house.sql(
                "insert into filter (subscriber_id, position, name, query) select id, 0, 'Robots', 'robots' from subscriber");
    }

    private static void atOnce(Runnable... planners) {
        var threads = Executors.newFixedThreadPool(planners.length);
        try {
            CompletableFuture.allOf(IntStream.range(0, planners.length)
                            .mapToObj(i -> CompletableFuture.runAsync(planners[i], threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    private int number(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
