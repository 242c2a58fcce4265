package dev.paperround.admin;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paperround.EmptyHouse;
import dev.paperround.matching.query.Query;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SubscriberImportTest extends EmptyHouse {
    private static final String HEADER = "email,queries,frequency,time_zone,send_at\n";

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
                                        + "one@import.example,\"robots\n rain\",,,\n"
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
                "email:queries:frequency:time_zone:send_at\nada@import.example:robots:::\n",
                "email,email,queries,frequency,time_zone,send_at\n",
                "email,queries,frequency,time_zone,sénd_at\n",
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
    void aBadRowStopsNoneOfTheOthers() {
        house.importList(HEADER
                        + "before@import.example,robots,,,\n"
                        + "open@import.example,\"robots,,,\n"
                        + "between@import.example,robots,,,\n"
                        + "behind@import.example,\"robots\" x,,,\n"
                        + "two@import.example,\"robots\nrain\",,,\n"
                        + "nobody,robots,,,\n"
                        + "after@import.example,robots,,,\n")
                .statusCode(200)
                .body("received", equalTo(7))
                .body("added", equalTo(4))
                .body("rejected.line", equalTo(List.of(3, 5, 8)));
        assertThat(queries("two@import.example")).containsExactly("robots", "rain");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void listsAreReadAsSpreadsheetsWriteThem(String how, byte[] csv) {
        house.admin()
                .contentType("text/csv")
                .body(csv)
                .post("/api/admin/subscribers/import")
                .then()
                .statusCode(200)
                .body("received", equalTo(1))
                .body("rejected", hasSize(0))
                .body("added", equalTo(1));
        assertThat(queries("müller@import.example")).as(how).containsExactly("Jürgen", "title:\"a;b\"");
    }

    static List<Arguments> lists() {
        var row = "müller@import.example,\"Jürgen;title:\"\"a;b\"\"\",DAILY,Europe/Berlin,07:30\r\n";
        var semicolons = HEADER.replace(',', ';')
                + row.replace("\",", "\";")
                        .replace("example,", "example;")
                        .replace("DAILY,", "DAILY;")
                        .replace("Berlin,", "Berlin;");
        return List.of(
                arguments("UTF-8", (HEADER + row).getBytes(UTF_8)),
                arguments("UTF-8 with a mark", ("\uFEFF" + HEADER + row).getBytes(UTF_8)),
                arguments("UTF-16LE", ("\uFEFF" + HEADER + row).getBytes(UTF_16LE)),
                arguments("UTF-16BE", ("\uFEFF" + HEADER + row).getBytes(UTF_16BE)),
                arguments("tabs", (HEADER + row).replace(',', '\t').getBytes(UTF_8)),
                arguments("semicolons", semicolons.getBytes(UTF_8)),
                arguments("a line for the separator", ("sep=;\r\n" + semicolons).getBytes(UTF_8)),
                arguments("quoted", ("\"sep=,\"\n" + HEADER + row).getBytes(UTF_8)),
                arguments("trailing commas", (HEADER.strip() + ",,\n" + row.strip() + ",,\n").getBytes(UTF_8)),
                arguments("of the header only", (HEADER.strip() + ",\n" + row).getBytes(UTF_8)),
                arguments("of a row only", (HEADER + row.strip() + ",\n").getBytes(UTF_8)),
                arguments(
                        "blank rows",
                        ("\n\n" + HEADER + ",,,,\n \n" + row + ",,\n;\n".replace(";", ",")).getBytes(UTF_8)),
                arguments("a line break in a cell", (HEADER + row.replace("Jürgen;", "Jürgen\r\n")).getBytes(UTF_8)));
    }

    @Test
    void whatIsNotUtf8IsRefusedAtItsLineAndNothingIsGuessed() {
        var csv = HEADER
                + "plain@import.example,robots,,,\n"
                + "umlaut@import.example,Jürgen,,,\n"
                + "lost@import.example,J\\rgen,,,\n"
                + "last@import.example,robots,,,\n";
        house.admin()
                .contentType("text/csv")
                .body(csv.replace("\\", "?").getBytes(Charset.forName("windows-1252")))
                .post("/api/admin/subscribers/import")
                .then()
                .statusCode(200)
                .body("added", equalTo(3))
                .body("rejected.line", equalTo(List.of(3)))
                .body("rejected[0].reason", containsString("CSV UTF-8"));
        house.importList(csv.replace("\\", "\uFFFD"))
                .body("rejected.line", equalTo(List.of(4)))
                .body("rejected[0].reason", containsString("CSV UTF-8"));
        house.admin()
                .contentType("text/csv")
                .body(csv.getBytes(UTF_16LE))
                .post("/api/admin/subscribers/import")
                .then()
                .statusCode(400)
                .body("detail", containsString("CSV UTF-8"));
    }

    @Test
    void anExportReadAgainChangesNothingWhateverTheFilters() throws IOException {
        var names = List.of("a;b", "=1+1", "it's \"new\"", "'@x", "+ -", "；\\;", "Straße, Ö", "{\"name\":1}", "[x]");
        var queries = List.of(
                "a;b",
                "“a;b”",
                "\"x, y\"",
                "-survey robots",
                "robots\nrain",
                "@home",
                "C++",
                "title:(a OR b)",
                "\\;a",
                "(x)",
                "'quoted'",
                "\"=1+1\"",
                "=rag",
                "3D重建");
        var random = new Random(15);
        var kept = new HashMap<String, List<Map<String, String>>>();
        var csv = new StringWriter();
        try (var printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            printer.printRecord(
                    "email",
                    "queries",
                    "frequency",
                    "time_zone",
                    "send_at",
                    "filters",
                    "paused_until",
                    "weekday",
                    "max_papers",
                    "language",
                    "note_when_empty");
            for (var i = 0; i < 200; i++) {
                var filters = IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(it -> queries.get(random.nextInt(queries.size())))
                        .filter(it -> Query.parse(it).refusal().isEmpty())
                        .map(it -> Map.of("name", names.get(random.nextInt(names.size())), "query", it))
                        .toList();
                if (!filters.isEmpty()) {
                    kept.put("p" + i + "@import.example", filters);
                    printer.printRecord(
                            "p" + i + "@import.example",
                            "",
                            List.of("DAILY", "WEEKLY").get(i % 2),
                            "Asia/Tokyo",
                            "06:45",
                            new JsonArray(filters).encode(),
                            i % 3 == 0 ? "2027-02-03" : "",
                            "FRIDAY",
                            1 + i % 100,
                            List.of("en", "de", "zh").get(i % 3),
                            i % 5 == 0);
                }
            }
        }
        house.importList(csv.toString()).body("rejected", hasSize(0)).body("added", equalTo(kept.size()));
        house.subscribe(Map.of("email", "left@import.example", "filters", List.of(Map.of("query", "robots"))));
        house.unsubscribe("left@import.example");
        var before = everything();
        var export = export();

        assertThat(filters()).containsAllEntriesOf(kept);
        house.importList(export)
                .body("updated", equalTo(kept.size()))
                .body("rejected.reason", hasSize(1))
                .body("rejected[0].reason", containsString("UNSUBSCRIBED"));
        assertThat(everything()).isEqualTo(before);
        assertThat(export()).isEqualTo(export);

        house.empty();
        house.importList(export).body("added", equalTo(kept.size()));
        assertThat(filters()).isEqualTo(kept);
        assertThat(export().lines().map(it -> it.replaceAll(",[^,]*$", "")))
                .isSubsetOf(
                        export.lines().map(it -> it.replaceAll(",[^,]*$", "")).toList());
    }

    @Test
    void whoChangesOnlyOneOfTheColumnsWithFiltersIsTold() {
        house.importActive("ada@import.example", "robots");
        house.importList(export().replaceFirst(",robots,", ",cats,"))
                .body("rejected", hasSize(1))
                .body("rejected[0].reason", containsString("filters"));
        house.importList(export().replace("robots", "cats")).body("updated", equalTo(1));
        assertThat(queries("ada@import.example")).containsExactly("cats");
        house.importList(export().replaceFirst("\"\\[.*\\]\"", "").replaceFirst("cats", "dogs"))
                .body("updated", equalTo(1));
        assertThat(queries("ada@import.example")).containsExactly("dogs");
    }

    private String export() {
        return house.admin().get("/api/admin/subscribers/export").asString();
    }

    private String everything() {
        return house.admin().get("/api/admin/subscribers?limit=1000").asString()
                + house.count("select sum(hashtext(s::text)::bigint) from subscriber s");
    }

    private Map<String, List<Map<String, String>>> filters() {
        return house
                .admin()
                .get("/api/admin/subscribers?limit=1000&state=ACTIVE")
                .jsonPath()
                .<Map<String, Object>>getList("")
                .stream()
                .collect(Collectors.toMap(it -> (String) it.get("email"), SubscriberImportTest::filters));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> filters(Map<String, Object> subscriber) {
        return (List<Map<String, String>>) subscriber.get("filters");
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
