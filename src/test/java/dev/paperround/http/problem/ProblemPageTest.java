package dev.paperround.http.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Errors as people see them. */
@QuarkusTest
class ProblemPageTest {
    @Inject
    ProblemPage pages;

    @Test
    void whatIsNotThereIsAPageOfTheHouse() {
        given().accept("text/html")
                .get("/no/such/page")
                .then()
                .statusCode(404)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store")
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("Page not found"))
                .body(containsString("action=\"/search\""));
    }

    @Test
    void whatIsNoLongerGoodLeadsToAFreshLink() {
        var page = page(Problem.of(410, "This link was used."), null);

        assertThat(page.select("h1").text()).isEqualTo("This is no longer valid");
        assertThat(page.text()).contains("This link was used.");
        assertThat(page.select("main a.button").attr("href")).isEqualTo("/preferences");
    }

    @Test
    void whoIsTooQuickIsToldWhenToComeBack() {
        var base = Response.status(429).header("Retry-After", "42").build();

        assertThat(page(Problem.of(429, "Too many sign-ups."), base)
                        .select("main")
                        .text())
                .contains("Too many sign-ups.", "Try again in 42 seconds.");
        assertThat(page(Problem.of(429, "Too many sign-ups."), null)
                        .select("main")
                        .text())
                .doesNotContain("Try again in");
    }

    @Test
    void ourOwnFaultIsNotBlamedOnAnybody() {
        assertThat(page(Problem.of(500, "Tell the operator: 1234."), null)
                        .select("main")
                        .text())
                .contains("Something went wrong", "Tell the operator: 1234.", "not your fault");
    }

    @Test
    void fieldsAreNamed() {
        var problem = Problem.of(List.of(new FieldError("page", "“<x>” is not a whole number.")));

        assertThat(page(problem, null).select("main li").text()).isEqualTo("page: “<x>” is not a whole number.");
    }

    private Document page(Problem problem, Response base) {
        var browser = (HttpHeaders) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (proxy, method, arguments) -> List.of(MediaType.TEXT_HTML_TYPE, MediaType.WILDCARD_TYPE));
        return Jsoup.parse(pages.orProblem(problem, browser, base).getEntity().toString());
    }
}
