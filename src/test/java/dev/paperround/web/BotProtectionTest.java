package dev.paperround.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import dev.paperround.EmptyHouse;
import dev.paperround.testing.BehindAProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Programs that fill in the form. */
@QuarkusTest
@TestProfile(BehindAProxy.class)
class BotProtectionTest extends EmptyHouse {
    private final Visitor visitor = new Visitor();

    @Test
    void whoTakesTheirTimeIsTaken() {
        var stamp = stamp();
        later(Duration.ofSeconds(2));
        looksTaken(send("person@robots.example", stamp, ""));
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void whoIsFasterThanAnybodySeesTheSameAndNothingComesOfIt() {
        looksTaken(send("haste@robots.example", stamp(), ""));
        looksTaken(send("haste@robots.example", "", ""));
        looksTaken(send("haste@robots.example", "kzzzzzzz.AAAAAAAAAAAA", ""));
        assertThat(queued()).isZero();
    }

    @Test
    void whoFillsInWhatNobodySeesIsARobotFromWhereverItComes() {
        var stamp = stamp();
        later(Duration.ofSeconds(10));
        looksTaken(send("trap@robots.example", stamp, "https://pills.example"));
        looksTaken(visitor.form()
                .formParam("email", "trap@robots.example")
                .formParam("query", "robots")
                .formParam("website", "x")
                .post("/")
                .then());
        assertThat(queued()).isZero();
    }

    @Test
    void aFormThatComesBackKeepsTheTimeItWasShown() {
        var stamp = stamp();
        later(Duration.ofSeconds(5));
        var back = Visitor.read(send("no address", stamp, "").statusCode(400));
        looksTaken(send("second@robots.example", back.select("[name=opened]").val(), ""));
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void aPageLeftOpenForDaysAsksOnceMore() {
        var stamp = stamp();
        later(Duration.ofHours(25));
        var back = Visitor.read(send("days@robots.example", stamp, "")
                .statusCode(400)
                .body(containsString("open for more than a day")));
        assertThat(back.select("#email").val()).isEqualTo("days@robots.example");
        later(Duration.ofSeconds(2));
        looksTaken(send("days@robots.example", back.select("[name=opened]").val(), ""));
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void scriptsOfTheMachineItselfNeedNoPatience() {
        looksTaken(visitor.signsUp("script@robots.example", "robots").then());
        assertThat(queued()).isEqualTo(1);
    }

    private String stamp() {
        return visitor.page("/").select("form#sign-up [name=opened]").val();
    }

    private ValidatableResponse send(String email, String opened, String website) {
        return visitor.form()
                .header("X-Forwarded-For", "203.0.113.7")
                .formParam("email", email)
                .formParam("query", "robots")
                .formParam("opened", opened)
                .formParam("website", website)
                .post("/")
                .then();
    }

    private static void looksTaken(ValidatableResponse answer) {
        answer.statusCode(303).header("Location", endsWith("/check-your-inbox"));
    }

    private long queued() {
        return house.count("select count(*) from mail_request");
    }

    private void later(Duration time) {
        house.setClock(house.now().plus(time).toString());
    }
}
