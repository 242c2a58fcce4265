package dev.paperround;

import static dev.paperround.House.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a saved page and a sign-up to the mail in the inbox. */
@QuarkusTest
class SignUpToDigestTest extends EmptyHouse {
    private static final String DAY = "2026-11-18";
    private static final String PAGE = """
            Daily Papers

            byAK and the research community

            Nov 18

            Tidewater: Video Diffusion with a Slow Memory

            We train a diffusion model for video whose memory changes slowly, so that a scene that leaves the frame comes back as it was. On long clips it keeps 94\\% of objects.

              • 3 authors
            ·
            Nov 16, 2026 4

            Counting Rain with Cheap Microphones

            Rain gauges are rare. We forecast time series of rainfall from the sound of drops on roofs, with networks small enough for a battery.

            meadowlab Meadow Lab
            ·
            Nov 15

            What Robots Forget Between Two Kitchens

            A robot that learned to cook in one kitchen fails in the next. We measure what is lost, and give a benchmark of forty kitchens.
            """;

    @Test
    void threeSubscribersGetTwoMailsAndTheThirdAReason() {
        house.ingestPage(DAY, PAGE).statusCode(200).body("received", equalTo(3)).body("added", equalTo(3));
        house.subscribe("video@main.example", "diffusion video");
        house.subscribe("weather@main.example", "\"time series\"", "robots");
        house.subscribe("nothing@main.example", "cryptography");

        var send = house.send(Map.of("day", DAY, "audience", Map.of("all", true)));

        assertThat(send)
                .containsEntry("state", "DONE")
                .containsEntry("planned", 2)
                .containsEntry("skipped", 1)
                .containsEntry("sent", 2)
                .containsEntry("pending", 0);
        assertThat((String) house.newestMail("video@main.example").get("text"))
                .contains("Tidewater", "About diffusion video", "1 paper matches your filters, out of 3", "3 authors")
                .doesNotContain("Microphones", "Kitchens");
        assertThat((String) house.newestMail("weather@main.example").get("html"))
                .contains("<mark>time series</mark>", "Meadow Lab", "2 papers match your filters, out of 3")
                .contains("What <mark>Robots</mark> Forget")
                .doesNotContain("Tidewater");
        assertThat(house.mails("nothing@main.example")).hasSize(1);
        house.admin()
                .queryParam("email", "nothing@main.example")
                .get("/api/admin/deliveries")
                .then()
                .body("", hasSize(1))
                .body("[0].state", equalTo("skipped"))
                .body("[0].reason", containsString("No paper matched"));
        house.admin()
                .queryParam("email", "video@main.example")
                .get("/api/admin/deliveries")
                .then()
                .body("[0].state", equalTo("sent"))
                .body("[0].smtpCode", equalTo(250))
                .body("[0].attempts", equalTo(1))
                .body("[0].papers", hasSize(1))
                .body("[0].messageId", equalTo(header(house.newestMail("video@main.example"), "Message-ID")));
    }

    @Test
    void aDigestCarriesTheHeadersOfOneClickUnsubscribing() {
        house.ingestPage(DAY, PAGE);
        house.subscribe("headers@main.example", "rainfall");
        house.send(Map.of("day", DAY, "audience", Map.of("emails", List.of("headers@main.example"))));

        var mail = house.newestMail("headers@main.example");

        assertThat(mail).containsEntry("subject", "1 paper for Wed 18 Nov: Counting Rain with Cheap Microphones");
        assertThat(header(mail, "List-Unsubscribe"))
                .matches(
                        "<http://localhost:8080/unsubscribe/[^>]+>, <mailto:b\\+u-[a-z0-9-]+@localhost\\?subject=unsubscribe>");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(mail, "From")).isEqualTo("Paper Round <digest@localhost>");
    }

    @Test
    void aSecondSendOfTheSameDayBringsNothingAndSaysWhy() {
        house.ingestPage(DAY, PAGE);
        house.subscribe("twice@main.example", "robots OR rainfall");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));

        var second = house.send(Map.of("day", DAY, "audience", Map.of("all", true)));

        assertThat(second)
                .containsEntry("planned", 0)
                .containsEntry("skipped", 1)
                .containsEntry("state", "DONE");
        assertThat(house.mails("twice@main.example")).hasSize(2);
        house.admin()
                .queryParam("email", "twice@main.example")
                .queryParam("state", "skipped")
                .get("/api/admin/deliveries")
                .then()
                .body("[0].reason", containsString("received before"));
    }

    @Test
    void forceSendsPapersAgainAndADryRunSendsNothing() {
        house.ingestPage(DAY, PAGE);
        house.subscribe("force@main.example", "robots");
        var all = Map.of("all", true);
        house.send(Map.of("day", DAY, "audience", all));

        assertThat(house.send(Map.of("day", DAY, "audience", all, "dryRun", true)))
                .containsEntry("planned", 0)
                .containsEntry("skipped", 1);
        assertThat(house.send(Map.of("day", DAY, "audience", all, "dryRun", true, "force", true)))
                .containsEntry("planned", 1)
                .containsEntry("sent", 0)
                .containsEntry("state", "DONE");
        assertThat(house.mails("force@main.example")).hasSize(2);

        assertThat(house.send(Map.of("day", DAY, "audience", all, "force", true)))
                .containsEntry("sent", 1);
        assertThat(house.mails("force@main.example")).hasSize(3);
    }

    @Test
    void aLaterDigestBringsWhatIsNewAmongTheLastFiveDigestDays() {
        house.ingestPage(DAY, PAGE);
        house.subscribe("later@main.example", "robots OR video");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
        house.ingestPage(
                "2026-11-19",
                "Robots in the Rain\n\nA field study of robots that work outdoors in bad weather, "
                        + "with a hundred hours of recordings in four cities.\n\n  • 2 authors\n·\nNov 17\n");

        house.send(Map.of("day", "2026-11-19", "audience", Map.of("all", true)));

        assertThat((String) house.newestMail("later@main.example").get("text"))
                .contains("Robots in the Rain", "1 paper matches your filters, out of 2")
                .doesNotContain("Tidewater");
    }
}
