package dev.paperround;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The operator's browser. */
@Singleton
public class Operator {
    /** What they paste: a saved page. */
    static final String TWO_PAPERS = """
            Harbour: Keeping Long Contexts Afloat

            We show that a language model with a small harbour of saved states answers questions over long documents as well as one with full attention.

              • 4 authors
            ·
            Nov 17, 2026 2

            Lanterns for Robots

            A robot that carries its own light sees better in cellars. We train a policy that chooses where the light should fall next.
            """;

    @ConfigProperty(name = "paperround.admin-token")
    String token;

    private Map<String, String> session = Map.of();
    private String language;

    /** In a browser that asks for no language. */
    public void signIn() {
        language = null;
        session = cookies(token);
    }

    /** The cookie of whoever signs in by that token. */
    public static String session(String token) {
        return cookies(token).get("paperround_admin");
    }

    // Under https it has another name.
    private static Map<String, String> cookies(String token) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("token", token)
                .post("/admin/login")
                .cookies();
    }

    public void reads(String wanted) {
        language = wanted;
    }

    public RequestSpecification browser() {
        var request = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .accept("text/html")
                .cookies(session);
        return language == null ? request : request.header("Accept-Language", language);
    }

    public ValidatableResponse open(String page) {
        return browser().get(page).then().statusCode(200);
    }

    /** Whatever its status. */
    public Document page(String path) {
        return Jsoup.parse(browser().get(path).asString());
    }

    public Response send(String path, Map<String, String> fields) {
        return browser()
                .urlEncodingEnabled(true)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(path);
    }

    /** In a form that might hold a file. */
    public Response paste(String path, Map<String, String> fields) {
        var form = browser().urlEncodingEnabled(true);
        fields.forEach((name, value) -> form.multiPart(name, value, "text/plain; charset=UTF-8"));
        return form.post(path);
    }
}
