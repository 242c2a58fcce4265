package dev.paperround;

import static io.restassured.RestAssured.given;

import dev.paperround.subscriber.EmailAddress;
import dev.paperround.subscriber.Subscriber;
import dev.paperround.subscriber.signup.Subscriptions;
import dev.paperround.subscriber.token.Links;
import dev.paperround.testing.MailFiles;
import dev.paperround.testing.TestClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The program as its users meet it: the API, the mailbox, and the jobs that otherwise tick by themselves. */
@ApplicationScoped
public class House {
    /**
     * As {@code truncate} would, which makes each table and index anew and takes a tenth of a second; rows of a test are few.
     * Without their triggers, so what that of a truncated paper does is done here.
     */
    private static final String EMPTY_TABLES = """
            do $$
            declare
                tables text[] := array['paper', 'paper_day', 'paper_alias', 'paper_abbreviation', 'paper_vector',
                    'text_vector', 'ingest_paper',
                    'subscriber', 'filter', 'send', 'send_count', 'send_span', 'delivery', 'delivery_orphan',
                    'delivery_batch', 'delivery_message', 'mail_request', 'ingest', 'source_poll', 'suppression',
                    'bounce', 'request_bucket', 'letter_count', 'spent_challenge', 'consent', 'erasure', 'sign_up',
                    'suppression_hold', 'held_address', 'domain_refusal'];
                name text;
                used boolean;
            begin
                execute 'lock table ' || array_to_string(tables, ', ') || ' in access exclusive mode';
                set local session_replication_role = replica;
                foreach name in array tables loop
                    execute format('select exists (select from %I)', name) into used;
                    if used then
                        execute format('delete from %I', name);
                    end if;
                end loop;
                update paper_change set mark = (select revision + 1 from paper_revision);
                update paper_revision set revision = revision + 1;
            end $$""";

    @Inject
    AgroalDataSource database;

    @Inject
    Jobs jobs;

    @Inject
    Links links;

    @Inject
    Subscriptions subscriptions;

    @Inject
    TestClock clock;

    @ConfigProperty(name = "paperround.admin-token")
    String adminToken;

    @ConfigProperty(name = "paperround.inbox.directory")
    Optional<Path> mailbox;

    /** Nobody subscribed, no paper, no mail, the real time. */
    public void empty() {
        clock.reset();
        mailbox.ifPresent(MailFiles::throwAway);
        sql(EMPTY_TABLES);
    }

    public TestClock clock() {
        return clock;
    }

    public void sql(String statement) {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String select) {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement();
                var rows = prepared.executeQuery(select)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String token() {
        return adminToken;
    }

    public RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + adminToken);
    }

    /** A new token of that scope; the name must be a new one. */
    public String adminToken(String name, String scope) {
        var made = admin().contentType("application/json")
                .body(Map.of("name", name, "scope", scope))
                .post("/api/admin/tokens")
                .then()
                .statusCode(201);
        return (String) Answers.object(made).get("token");
    }

    public static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    public ValidatableResponse ingestPage(String day, String page) {
        return admin().contentType("text/plain; charset=UTF-8")
                .queryParam("day", day)
                .body(page)
                .post("/api/admin/ingest")
                .then();
    }

    public ValidatableResponse ingestRows(String day, String rows) {
        return admin().contentType("application/json")
                .queryParam("day", day)
                .body(rows)
                .post("/api/admin/ingest")
                .then();
    }

    /** Signs up and confirms as a person would; gives the token of the preferences. */
    public String subscribe(String email, String... queries) {
        var filters = List.of(queries).stream()
                .map(query -> Map.of("name", "About " + query, "query", query))
                .toList();
        return subscribe(Map.of("email", email, "filters", filters));
    }

    public String subscribe(Map<String, ?> form) {
        signUp(form).statusCode(202);
        sendLetters();
        var confirmed = confirm(linkIn(newestMail((String) form.get("email")), "confirm"))
                .statusCode(200);
        return (String) Answers.object(confirmed).get("manageToken");
    }

    /** Subscribed without a mail, as an operator can. */
    public void importActive(String email, String queries) {
        importList("email,queries,frequency,time_zone,send_at\n" + email + "," + queries + ",,,\n")
                .statusCode(200);
    }

    public ValidatableResponse signUp(Object form) {
        return given().contentType("application/json")
                .body(form)
                .post("/api/subscriptions")
                .then();
    }

    public ValidatableResponse confirm(String token) {
        return given().contentType("application/json")
                .body(Map.of("token", token))
                .post("/api/subscriptions/confirm")
                .then();
    }

    public RequestSpecification owner(String manageToken) {
        return given().contentType("application/json").header("Authorization", "Bearer " + manageToken);
    }

    /** By the link that every digest carries. */
    public void unsubscribe(String email) {
        var link = QuarkusTransaction.requiringNew().call(() -> {
            var subscriber = Subscriber.findByEmail(EmailAddress.parse(email).orElseThrow());
            return links.unsubscribe(subscriber.orElseThrow().id);
        });
        subscriptions.unsubscribe(link.substring(link.lastIndexOf('/') + 1), false);
    }

    public ValidatableResponse importList(String csv) {
        return admin().contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/admin/subscribers/import")
                .then();
    }

    /** As the operator sees them. */
    public List<Map<String, Object>> subscribers(String search) {
        return Answers.list(admin().queryParam("q", search)
                .get("/api/admin/subscribers")
                .then()
                .statusCode(200));
    }

    public String stateOf(String email) {
        return (String) subscribers(email).get(0).get("state");
    }

    public List<Map<String, Object>> deliveries(String email) {
        return Answers.list(admin().queryParam("email", email)
                .get("/api/admin/deliveries")
                .then()
                .statusCode(200));
    }

    public Instant now() {
        return clock.instant();
    }

    public void setClock(String now) {
        clock.set(Instant.parse(now));
    }

    public void sendLetters() {
        jobs.sendLetters();
    }

    public void forgetWhatIsOld() {
        jobs.forgetWhatIsOld();
    }

    public void planDue() {
        jobs.planDue();
    }

    public void planSends() {
        jobs.planSends();
    }

    public void deliver() {
        jobs.deliver();
    }

    /** How many digests had come by then, to somebody with an hour. */
    public int digestsAt(String email, String now) {
        setClock(now);
        // After days without a tick the first one only passes over what is too late.
        planDue();
        planDue();
        deliver();
        return (int) mails(email).stream()
                .filter(mail -> String.valueOf(mail.get("subject")).contains("for "))
                .count();
    }

    /** What the API says of the last days, by day. */
    public Map<String, Map<String, Object>> history(String manageToken) {
        var subscription = Answers.object(
                owner(manageToken).get("/api/subscription").then().statusCode(200));
        var byDay = new LinkedHashMap<String, Map<String, Object>>();
        maps(subscription.get("history")).forEach(day -> byDay.put((String) day.get("day"), day));
        return byDay;
    }

    /** Starts a send, lets the jobs run, and tells what became of it. */
    public Map<String, Object> send(Map<String, Object> request) {
        var location = startSend(request).statusCode(202).extract().header("Location");
        jobs.planSends();
        jobs.deliver();
        return progress(location);
    }

    public ValidatableResponse startSend(Object request) {
        return admin().contentType("application/json")
                .body(request)
                .post("/api/admin/sends")
                .then();
    }

    public Map<String, Object> progress(String location) {
        return Answers.object(admin().get(location).then().statusCode(200));
    }

    public List<Map<String, Object>> mails(String email) {
        return mailsTo(email).toList();
    }

    private Stream<Map<String, Object>> mailsTo(String email) {
        var all = Answers.object(given().accept("application/json")
                .queryParam("limit", 5000)
                .get("/inbox")
                .then()
                .statusCode(200));
        return maps(all.get("mails")).stream()
                .filter(mail -> String.valueOf(mail.get("to")).contains(email))
                .map(mail -> mail((String) mail.get("id")));
    }

    private Map<String, Object> mail(String id) {
        return Answers.object(
                given().accept("application/json").get("/inbox/" + id).then().statusCode(200));
    }

    public Map<String, Object> newestMail(String email) {
        return mailsTo(email).findFirst().orElseThrow(() -> new AssertionError("no mail to " + email));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }

    /** The token of the first link of that kind in the text part. */
    public static String linkIn(Map<String, Object> mail, String kind) {
        var link = Pattern.compile("/" + kind + "/([A-Za-z0-9._-]+)").matcher((String) mail.get("text"));
        if (!link.find()) {
            throw new AssertionError("no " + kind + " link in\n" + mail.get("text"));
        }
        return link.group(1);
    }

    public static String header(Map<String, Object> mail, String name) {
        return maps(mail.get("headers")).stream()
                .filter(header -> name.equalsIgnoreCase((String) header.get("name")))
                .map(header -> (String) header.get("value"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no header " + name));
    }

    /** A row as Hugging Face's daily list has it. */
    public static Map<String, Object> row(String id, String title, String abstractText, int upvotes) {
        return Map.of(
                "paper",
                Map.of(
                        "id", id,
                        "title", title,
                        "summary", abstractText,
                        "upvotes", upvotes,
                        "authors", List.of(Map.of("name", "Ada Okafor")),
                        "publishedAt", "2026-11-16T00:00:00.000Z"),
                "numComments",
                1);
    }

    public static String rows(Object... rows) {
        return new JsonArray(List.of(rows)).encode();
    }
}
