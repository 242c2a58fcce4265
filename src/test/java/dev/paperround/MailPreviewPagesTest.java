package dev.paperround;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one person gets, or got, as the operator sees it in the browser. */
@QuarkusTest
class MailPreviewPagesTest extends OperatorsPages {
    private static final String DAY = "2026-11-18";

    @Test
    void aPreviewIsShutInAFrame() {
        house.ingestPage(DAY, Operator.TWO_PAPERS);
        house.subscribe("look@pages.example", "robots");

        operator.open("/admin/preview?email=look%40pages.example&day=" + DAY)
                .body(containsString("<iframe class=\"mail\" sandbox"), containsString("Lanterns for Robots"))
                .body(containsString("/admin/preview/mail?email=look%40pages.example&amp;day=" + DAY));
        operator.open("/admin/preview/mail?email=look%40pages.example&day=" + DAY)
                .header("Content-Security-Policy", startsWith("sandbox; default-src 'none';"))
                .header("Cache-Control", "no-store")
                .body(containsString("Lanterns for <mark>Robots</mark>"));
        operator.browser()
                .get("/admin/preview?email=look%40pages.example&day=2020-01-01")
                .then()
                .statusCode(404)
                .body(containsString("There would be no mail."), not(containsString("<iframe")));
        operator.browser()
                .get("/admin/preview?email=who%40pages.example&day=" + DAY)
                .then()
                .statusCode(404)
                .body(containsString("Nobody is subscribed as who@pages.example."));
    }

    @Test
    void aPreviewOfAForcedSendHoldsWhatWasReceived() {
        house.ingestPage(DAY, Operator.TWO_PAPERS);
        house.subscribe("again@pages.example", "robots");
        house.send(Map.of("day", DAY, "audience", Map.of("all", true)));
        var page = "/admin/preview?email=again%40pages.example&day=" + DAY;

        operator.browser().get(page).then().statusCode(404);
        operator.open(page + "&force=on")
                .body(containsString("name=\"force\" checked"), containsString("&amp;force=on\""));
        operator.open("/admin/preview/mail?email=again%40pages.example&force=on&day=" + DAY)
                .body(containsString("Lanterns for <mark>Robots</mark>"));
    }

    @Test
    void theLastDaysOfAnAddressStandAboveItsDeliveries() {
        house.importActive("days@pages.example", "kites");
        operator.open("/admin/deliveries?email=days@pages.example")
                .body(containsString("The last days"), containsString("What, or why not"));
        operator.open("/admin/deliveries?email=nobody@pages.example").body(not(containsString("The last days")));
    }

    @Test
    void aWrongAddressIsToldWhereItWasTyped() {
        operator.browser()
                .urlEncodingEnabled(true)
                .get("/admin/deliveries?email=nonsense")
                .then()
                .statusCode(400)
                .body(containsString("“nonsense” is not an e-mail address"), containsString("value=\"nonsense\""));
    }
}
