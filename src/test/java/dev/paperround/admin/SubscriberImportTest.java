package dev.paperround.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.paperround.House;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SubscriberImportTest {
    private static final String HEADER = "email,queries,frequency,time_zone,send_at\n";

    @Inject
    House house;

    @BeforeEach
    void empty() {
        house.empty();
    }

    @Test
    void badLinesAreToldByTheirNumber() {
        house.importList(HEADER
                        + "ada@import.example,robots,DAILY,Europe/Paris,07:30\n"
                        + "nobody,robots,DAILY,UTC,07:30\n"
                        + "bob@import.example,(robots,DAILY,UTC,07:30\n"
                        + "cat@import.example,robots,HOURLY,UTC,07:30\n"
                        + "dan@import.example,robots,DAILY,Mars,07:30\n"
                        + "eve@import.example,robots,DAILY,UTC,25:00\n"
                        + "fay@import.example,,DAILY,UTC,07:30\n"
                        + "gus@import.example,robots\n"
                        + "hal@import.example,robots,DAILY,UTC,07:30,more\n"
                        + "ida@import.example,robots,,,\n")
                .statusCode(200)
                .body("received", equalTo(10))
                .body("added", equalTo(2))
                .body("updated", equalTo(0))
                .body("rejected.line", equalTo(List.of(3, 4, 5, 6, 7, 8, 9, 10)))
                .body("rejected[0].reason", containsString("nobody"))
                .body("rejected[1].reason", containsString("queries"))
                .body("rejected[2].reason", containsString("frequency"))
                .body("rejected[3].reason", containsString("time_zone"))
                .body("rejected[4].reason", containsString("send_at"));
        assertThat(states()).containsExactly("ida@import.example ACTIVE", "ada@import.example ACTIVE");
    }

    @Test
    void aListMayTellTheLanguageOfTheMails() {
        house.importList("email,queries,frequency,time_zone,send_at,language\n"
                        + "de@import.example,robots,,,,de\n"
                        + "none@import.example,robots,,,,\n"
                        + "other@import.example,robots,,,,tlh\n")
                .statusCode(200)
                .body("added", equalTo(2))
                .body("rejected[0].reason", equalTo("language: “tlh” is not one of en, de and zh."));

        assertThat(house.count("select count(*) from subscriber where email = 'de@import.example' and language = 'de'"))
                .isEqualTo(1);
        assertThat(house.admin().get("/api/admin/subscribers/export").asString())
                .contains("max_papers,language,state", ",20,de,ACTIVE,", ",20,en,ACTIVE,");
    }

    @Test
    void aCellHoldsSeveralQueries() {
        house.importList(HEADER
                + "many@import.example,\"robots; \"\"time; series\"\" ;diffusion OR flow;\",,,\n"
                + "curly@import.example,“time; series”;robots,,,\n");

        assertThat(queries("many@import.example")).containsExactly("robots", "\"time; series\"", "diffusion OR flow");
        assertThat(queries("curly@import.example")).containsExactly("“time; series”", "robots");
    }

    @Test
    void linesCountAsAnEditorShowsThem() {
        house.importList("\uFEFF"
                        + (HEADER
                                        + "\n"
                                        + "one@import.example,\"robots\n OR rain\",,,\n"
                                        + "\n  \n"
                                        + "bad,robots,,,\n"
                                        + "two@import.example,robots,,,")
                                .replace("\n", "\r\n"))
                .statusCode(200)
                .body("received", equalTo(3))
                .body("added", equalTo(2))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(7));
    }

    @Test
    void theLastOfTwoLinesForOneAddressHolds() {
        house.importList(HEADER + "twin@import.example,robots,,,\nTWIN@import.example,cats,,,\n")
                .body("received", equalTo(2))
                .body("added", equalTo(1))
                .body("updated", equalTo(1));

        assertThat(queries("twin@import.example")).containsExactly("cats");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "email,queries\nada@import.example,robots\n",
                "ada@import.example,robots,DAILY,UTC,07:30\n",
                "email;queries;frequency;time_zone;send_at\nada@import.example;robots;;;\n",
                "email,email,queries,frequency,time_zone,send_at\n",
                "email,queries,frequency,time_zone,send_at,\n",
                "\"email,queries"
            })
    void aWrongHeaderIsRefused(String csv) {
        house.importList(csv)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("email,queries,frequency,time_zone,send_at"));
        assertThat(states()).isEmpty();
    }

    @Test
    void theColumnsMayStandInAnyOrder() {
        house.importList("Send_At,email,FREQUENCY,queries,time_zone\n07:30,order@import.example,daily,robots,UTC\n")
                .statusCode(200)
                .body("added", equalTo(1));
    }

    @Test
    void aHeaderAloneBringsNobody() {
        house.importList(HEADER.strip()).statusCode(200).body("received", equalTo(0));
    }

    @Test
    void anUnclosedQuoteIsToldAndWhatStoodBeforeIsKept() {
        house.importList(HEADER
                        + "before@import.example,robots,,,\n"
                        + "open@import.example,\"robots,,,\n"
                        + "after@import.example,robots,,,\n")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(3));
        assertThat(states()).containsExactly("before@import.example ACTIVE");
    }

    @Test
    void nobodyIsTakenBackAgainstTheirWill() {
        house.importList(HEADER + "gone@import.example,robots,,,\nhere@import.example,robots,,,\n");
        house.unsubscribe("gone@import.example");
        house.signUp(Map.of("email", "asked@import.example", "filters", List.of(Map.of("query", "robots"))));
        house.sendLetters();

        house.importList(HEADER
                        + "gone@import.example,cats,,,\nhere@import.example,cats,,,\nasked@import.example,cats,,,\n")
                .body("received", equalTo(3))
                .body("added", equalTo(0))
                .body("updated", equalTo(2))
                .body("rejected.line", equalTo(List.of(2)));
        assertThat(states())
                .containsExactlyInAnyOrder(
                        "gone@import.example UNSUBSCRIBED",
                        "here@import.example ACTIVE",
                        "asked@import.example ACTIVE");
        assertThat(queries("here@import.example")).containsExactly("cats");
        assertThat(queries("gone@import.example")).containsExactly("robots");
    }

    @Test
    void strangeCharactersDoNoHarm() {
        house.importList(HEADER + "nul@import.example,ro\u0000bots,,,\nok@import.example,robots,,,\n")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("rejected.line", equalTo(List.of(2)));
    }

    @Test
    void anotherContentTypeIsRefused() {
        house.admin()
                .contentType("application/json")
                .body("[]")
                .post("/api/admin/subscribers/import")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    private List<String> states() {
        return house.admin().get("/api/admin/subscribers").jsonPath().<Map<String, Object>>getList("").stream()
                .map(it -> it.get("email") + " " + it.get("state"))
                .toList();
    }

    private List<String> queries(String email) {
        return house.admin()
                .queryParam("q", email)
                .get("/api/admin/subscribers")
                .path("[0].filters.query");
    }
}
