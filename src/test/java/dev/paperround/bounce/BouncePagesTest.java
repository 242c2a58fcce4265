package dev.paperround.bounce;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.paperround.OperatorsPages;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What an operator does about bounces in the browser. */
@QuarkusTest
class BouncePagesTest extends OperatorsPages {
    private static final String ADA = "ada@pages.example";

    @Inject
    Returns returns;

    @Test
    void aPastedBounceIsTakenInAndListed() {
        operator.open("/admin/bounces")
                .body(containsString("Nothing has come back so far"), containsString("aria-current"));
        var bounce = new String(Returns.mail("postfix-unknown-user", returns.send(ADA)), StandardCharsets.UTF_8);

        paste("/admin/bounces", bounce.replace("User unknown", "<b>User unknown</b>"))
                .statusCode(200)
                .body(containsString("<strong>suppressed</strong>: hard bounce (5.1.1), " + ADA))
                .body(containsString("&lt;b&gt;User unknown"), not(containsString("<b>User")));
        operator.open("/admin/suppressions").body(containsString(ADA), containsString("no such mailbox"));
    }

    @Test
    void anUploadedBounceIsTakenByteByByte() {
        operator.browser()
                .urlEncodingEnabled(true)
                .multiPart("text", "")
                .multiPart("file", "b.eml", Returns.mail("eight-bit", returns.send(ADA)), "message/rfc822")
                .post("/admin/bounces")
                .then()
                .statusCode(200)
                .body(containsString("<strong>suppressed</strong>"));
    }

    @Test
    void whatIsRefusedStaysInTheForm() {
        paste("/admin/bounces", "").statusCode(400).body(containsString("Paste a mail"));
        paste("/admin/bounces", "just <i>words</i>")
                .statusCode(422)
                .body(containsString("Nothing was taken in. This is no mail"), containsString("just &lt;i&gt;words"));
    }

    @Test
    void anAddressIsSuppressedFoundAndLifted() {
        form("/admin/suppressions", "email", "nobody")
                .statusCode(400)
                .body(containsString("“nobody” is not an e-mail"));
        form("/admin/suppressions", "email", ADA).statusCode(200).body(containsString("gets no more mail"));
        operator.open("/admin/suppressions")
                .body(containsString("known only by its hash"), not(containsString(">" + ADA)));
        operator.open("/admin/suppressions?q=" + ADA).body(containsString("<td>" + ADA));

        form("/admin/suppressions/lift", "entry", ADA).statusCode(200).body(containsString("is lifted"));
        form("/admin/suppressions/lift", "entry", ADA).statusCode(404).body(containsString("is not suppressed"));
        assertThat(operator.open("/admin/suppressions").extract().asString()).contains("No address is suppressed.");
    }

    @Test
    void theButtonBesideAnAddressLiftsItAndNoOtherSitesDoes() {
        form("/admin/suppressions", "email", ADA).statusCode(200);
        house.importActive("bob@pages.example", "robots");
        form("/admin/suppressions", "email", "bob@pages.example").statusCode(200);
        var row = Jsoup.parse(operator.open("/admin/suppressions").extract().asString())
                .selectFirst("tr:contains(bob@pages.example) form[action=/admin/suppressions/lift]");
        assertThat(row.select("button[type=submit]")).hasSize(1);
        var entry = row.selectFirst("input[name=entry]").attr("value");

        press(entry, "https://elsewhere.example", "cross-site").statusCode(403);
        assertThat(house.stateOf("bob@pages.example")).isEqualTo("SUPPRESSED");
        var page = press(entry, "http://localhost:8080", "same-origin")
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(Jsoup.parse(page).select("[role=status]").text()).contains("is lifted");
        assertThat(Jsoup.parse(page).select("tbody tr")).as("the other stays").hasSize(1);
        assertThat(house.stateOf("bob@pages.example")).isEqualTo("ACTIVE");
        house.admin()
                .get("/api/admin/audit?act=suppression-lift")
                .then()
                .body("[0].outcome", equalTo("DONE"), "[0].subject", not(containsString("bob@")));
    }

    private ValidatableResponse press(String entry, String origin, String site) {
        return operator.browser()
                .urlEncodingEnabled(true)
                .accept("text/html")
                .header("Origin", origin)
                .header("Sec-Fetch-Site", site)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("entry", entry)
                .post("/admin/suppressions/lift")
                .then();
    }

    @Test
    void aListIsTakenInAndExported() {
        paste("/admin/suppressions/import", "email,reason\n" + ADA + ",COMPLAINT\nnobody,\n")
                .statusCode(200)
                .body(containsString("1 suppressed, 1 rejected"), containsString("“nobody” is not"));
        paste("/admin/suppressions/import", "name\nAda\n").statusCode(400).body(containsString("email,reason"));
        paste("/admin/suppressions/import", " ").statusCode(400);
        operator.open("/admin/suppressions/export").body(containsString(",COMPLAINT,"));
    }

    @Test
    void nobodySeesThemWithoutASession() {
        given().get("/admin/bounces").then().statusCode(401);
        given().get("/admin/suppressions/export").then().statusCode(401);
        operator.browser()
                .urlEncodingEnabled(true)
                .header("Origin", "https://elsewhere.example")
                .contentType("application/x-www-form-urlencoded")
                .formParam("email", ADA)
                .post("/admin/suppressions")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse paste(String page, String text) {
        return operator.paste(page, Map.of("text", text)).then();
    }

    private ValidatableResponse form(String page, String name, String value) {
        return operator.send(page, Map.of(name, value)).then();
    }
}
