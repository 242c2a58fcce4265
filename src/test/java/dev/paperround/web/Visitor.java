package dev.paperround.web;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without JavaScript. */
public final class Visitor {
    public RequestSpecification browser() {
        return given().redirects().follow(false).accept("text/html");
    }

    /** A page that is there. */
    public Document page(String address) {
        return page(address, 200);
    }

    public Document page(String address, int status) {
        return read(browser().urlEncodingEnabled(false).get(address).then().statusCode(status));
    }

    public static Document read(ValidatableResponse answer) {
        return Jsoup.parse(answer.extract().body().asString());
    }

    public RequestSpecification form() {
        return browser().contentType("application/x-www-form-urlencoded;charset=UTF-8");
    }

    /** As the page sends it: three rows of filters, the last two empty. */
    public Response signsUp(String email, String query) {
        return form().formParam("email", email)
                .formParam("query", query, "", "")
                .formParam("filterName", "", "", "")
                .formParam("frequency", "DAILY")
                .formParam("weekday", "MONDAY")
                .formParam("sendAt", "06:45")
                .formParam("timeZone", "Asia/Tokyo")
                .formParam("maxPapers", "7")
                .post("/");
    }
}
