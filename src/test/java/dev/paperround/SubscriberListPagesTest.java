package dev.paperround;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists of subscribers in the browser: in, through, out. */
@QuarkusTest
class SubscriberListPagesTest extends OperatorsPages {
    private static final String HEADER = "email,queries,frequency,time_zone,send_at\n";

    @Test
    void aListIsImportedSearchedExportedAndItsPeopleErased() {
        operator.browser()
                .urlEncodingEnabled(true)
                .multiPart(
                        "text",
                        HEADER + "ada@pages.example,\"robots;\"\"light field\"\"\",DAILY,Europe/Paris,07:30\n"
                                + "bob@pages.example,,DAILY,UTC,08:00\n")
                .post("/admin/import")
                .then()
                .statusCode(200)
                .body(containsString("1 added"), containsString("1 rejected"))
                .body(containsString("<td class=\"number\">3</td>"), containsString("At least one filter"));
        operator.browser()
                .urlEncodingEnabled(true)
                .multiPart(
                        "file",
                        "list.csv",
                        (HEADER + "eve@pages.example,cats,WEEKLY,UTC,09:00\n").getBytes(),
                        "text/csv")
                .post("/admin/import")
                .then()
                .statusCode(200)
                .body(containsString("1 added"));

        operator.open("/admin/subscribers?q=ada")
                .body(containsString("ada@pages.example"), containsString("&quot;light field&quot;"))
                .body(not(containsString("eve@pages.example")));
        operator.open("/admin/subscribers?state=PENDING").body(containsString("No subscriber matches"));
        operator.browser()
                .urlEncodingEnabled(true)
                .get("/admin/subscribers/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("subscribers.csv"))
                .body(containsString("ada@pages.example"), containsString("eve@pages.example"));

        erase("ada@pages.example", false).statusCode(400).body(containsString("Tick the box"));
        erase("ada@pages.example", true).statusCode(200).body(containsString("ada@pages.example has been erased"));
        erase("ada@pages.example", true).statusCode(404).body(containsString("Nobody is known"));
        operator.open("/admin/subscribers?q=ada").body(containsString("No subscriber matches"));
    }

    @Test
    void aListWithoutItsHeaderIsRefusedAndKept() {
        operator.browser()
                .urlEncodingEnabled(true)
                .multiPart("text", "ada@pages.example,robots")
                .post("/admin/import")
                .then()
                .statusCode(400)
                .body(containsString("must name the columns"), containsString("ada@pages.example,robots</textarea>"));
        operator.browser()
                .urlEncodingEnabled(true)
                .multiPart("text", " ")
                .post("/admin/import")
                .then()
                .statusCode(400)
                .body(containsString("Paste"));
    }

    private ValidatableResponse erase(String email, boolean sure) {
        return operator.send("/admin/erase", sure ? Map.of("email", email, "sure", "on") : Map.of("email", email))
                .then();
    }
}
