package dev.paperround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.paperround.subscriber.AudienceCounts;
import dev.paperround.testing.LanguageCheck;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operator's pages in German and Chinese, down to the last word. */
@QuarkusTest
class AdminLanguagesTest extends OperatorsPages {
    private static final String DAY = "2026-11-18";
    private static final String EMAIL = "reader@adminlanguages.example";

    /** Codes of programs, and words that are German as well. */
    private static final Pattern SAME =
            Pattern.compile("Tokens( · Paper Round)?|UTC[.。]?|HTML|manual-(json|page)|PAPERROUND_ADMIN_TOKEN"
                    + "|script-.*|huggingface|[0-9a-f]{64}|Paper Round <digest@localhost>");

    @Inject
    AudienceCounts counts;

    private String send;

    @BeforeEach
    void aBusyDay() {
        house.setClock(DAY + "T05:00:00Z");
        house.ingestPage(DAY, """
                Robots That Mend Nets

                Robots mend nets by night, and nobody who fishes by day has ever seen one of them.

                A Heading on Its Own
                """);
        house.sql("""
                insert into ingest (source, day, started_at, duration_millis, received, added, updated, unchanged,
                  rejected, error, warning, times, last_at)
                select source, day, started_at, 1250, 0, 0, 0, 0, 0,
                  '{"code":"ingest:notRead","address":"https://huggingface.co/api","why":{"code":"ingest:noAnswer","seconds":30.0}}',
                  '{"code":"ingest:emptyWeekday"}', 3, last_at from ingest""");
        house.importActive(EMAIL, "robots");
        house.importActive("second@adminlanguages.example", "robots");
        house.importActive("other@adminlanguages.example", "submarines");
        house.signUp(Map.of(
                "email",
                "new@adminlanguages.example",
                "filters",
                List.of(Map.of("name", "Robots", "query", "robots"))));
        counts.count();
        send = "/admin/sends/"
                + house.send(Map.of("day", DAY, "audience", Map.of("all", true)))
                        .get("id");
        house.sql("update delivery set state = 'REJECTED', smtp_code = 550, reason = 'GAVE_UP' where id ="
                + " (select max(id) from delivery where state = 'SENT')");
        house.sql("""
                insert into bounce (received_at, kind, status, reference, subscriber_id, suppressed, diagnostic, raw)
                select now(), 'HARD', '5.1.1', 'subscriber ' || id, id, true, 'smtp; 550 No such user', null
                from subscriber where email like 'second@%'""");
        operator.send("/admin/suppressions", Map.of("email", EMAIL));
        operator.send("/admin/suppressions", Map.of("email", "stranger@adminlanguages.example"));
        house.adminToken("script-" + System.nanoTime(), "send");
    }

    @Test
    void noEnglishIsLeftOnAPage() {
        var pages = new LinkedHashMap<String, Supplier<Document>>();
        for (var path : List.of(
                "/admin",
                "/admin/papers",
                "/admin/papers?asked",
                "/admin/papers?busy",
                "/admin/subscribers",
                "/admin/subscribers?q=nobody",
                "/admin/import",
                "/admin/erase",
                "/admin/deliveries",
                "/admin/deliveries?state=unknown",
                "/admin/deliveries?email=" + EMAIL,
                "/admin/deliveries?email=nonsense",
                "/admin/bounces",
                "/admin/suppressions",
                "/admin/suppressions?q=nobody",
                "/admin/charts",
                "/admin/preview",
                "/admin/preview?email=nobody@adminlanguages.example&day=" + DAY,
                "/admin/preview?email=" + EMAIL + "&day=2020-01-01",
                "/admin/preview?email=" + EMAIL + "&day=never",
                "/admin/doctor",
                "/admin/tokens",
                "/admin/audit",
                "/admin/audit?email=nobody@adminlanguages.example",
                "/admin/audit?email=nonsense",
                "/admin/audit?offset=x",
                send,
                send + "?state=skipped",
                send + "?state=unknown",
                "/admin/sends/99999",
                "/admin/nothing",
                "/inbox",
                "/inbox/none")) {
            pages.put(path, () -> operator.page(path));
        }
        inEveryLanguage(pages);
    }

    @Test
    void nothingIsSaidInEnglishWhereNothingIsYet() {
        house.empty();
        house.setClock(DAY + "T05:00:00Z");
        var pages = new LinkedHashMap<String, Supplier<Document>>();
        for (var path : List.of(
                "/admin",
                "/admin/papers",
                "/admin/subscribers",
                "/admin/deliveries",
                "/admin/bounces",
                "/admin/suppressions",
                "/admin/charts",
                "/admin/doctor")) {
            pages.put(path, () -> operator.page(path));
        }
        inEveryLanguage(pages);
    }

    @Test
    void whatAFormLeadsToIsToldInTheLanguageOfTheBrowser() {
        var list = "email,queries,frequency,time_zone,send_at\nnobody,robots,DAILY,UTC,08:00\n"
                + "third@adminlanguages.example,(robots,SOMETIMES,UTC,25:00\nx,y\n"
                + EMAIL + ",robots,DAILY,UTC,08:00\n";
        var reply = "From: ada@example.org\nTo: digest@localhost\nAuto-Submitted: auto-replied\n"
                + "Content-Type: text/plain\n\nI am away.\n";
        var all = Map.of("day", DAY, "audience", "all", "emails", "");
        inEveryLanguage(Map.ofEntries(
                form("no send", "/admin/sends", Map.of("day", "never", "emails", "")),
                form("no address", "/admin/sends", Map.of("day", DAY, "audience", "named", "emails", "a b@@c")),
                form("before", "/admin/sends", with(all, "preview", "yes", "force", "on", "dryRun", "on")),
                form(
                        "before for nobody",
                        "/admin/sends",
                        with(all, "preview", "yes", "audience", "named", "emails", "x@y.example")),
                form("erase nobody", "/admin/erase", Map.of()),
                form("erase unsure", "/admin/erase", Map.of("email", "x@y.example")),
                form("erase somebody unknown", "/admin/erase", Map.of("email", "x@y.example", "sure", "on")),
                form("wrong suppression", "/admin/suppressions", Map.of("email", "x")),
                form("suppression", "/admin/suppressions", Map.of("email", "x@y.example")),
                form("no suppression", "/admin/suppressions/lift", Map.of("entry", "z@y.example")),
                form("wrong token", "/admin/tokens", Map.of("name", "", "scope", "all", "days", "0")),
                form("token of another", "/admin/tokens", Map.of("name", "PAPERROUND_ADMIN_TOKEN", "scope", "read")),
                form("no token", "/admin/tokens/99999/revoke", Map.of()),
                form("wrong sign-in", "/admin/login", Map.of("token", "wrong")),
                form("paused when done", send + "/pause", Map.of()),
                form("cancelled when done", send + "/cancel", Map.of()),
                pasted("no papers", "/admin/papers", Map.of("day", DAY, "text", "")),
                pasted("no day", "/admin/papers", Map.of("day", "never", "text", "x")),
                pasted("far day", "/admin/papers", Map.of("day", "1066-10-14", "text", "x")),
                pasted("no array", "/admin/papers", Map.of("day", DAY, "text", "{}")),
                pasted("no JSON", "/admin/papers", Map.of("day", DAY, "text", "[{]")),
                pasted("no paper", "/admin/papers", Map.of("day", DAY, "text", "[{\"title\": \"\"}, 3]")),
                pasted("no list", "/admin/import", Map.of("text", "")),
                pasted("no header", "/admin/import", Map.of("text", "name\nAda")),
                pasted("list", "/admin/import", Map.of("text", list)),
                pasted("no bounce", "/admin/bounces", Map.of("text", "words")),
                pasted("no mail", "/admin/bounces", Map.of("text", "")),
                pasted("automatic reply", "/admin/bounces", Map.of("text", reply)),
                pasted("no suppressions", "/admin/suppressions/import", Map.of("text", "name\nAda")),
                pasted(
                        "suppressions",
                        "/admin/suppressions/import",
                        Map.of("text", "email,reason\nx,\ny@z.example,WHY\n"))));
    }

    private Map.Entry<String, Supplier<Document>> form(String name, String path, Map<String, String> fields) {
        return Map.entry(name, () -> Jsoup.parse(operator.send(path, fields).asString()));
    }

    private Map.Entry<String, Supplier<Document>> pasted(String name, String path, Map<String, String> fields) {
        return Map.entry(name, () -> Jsoup.parse(operator.paste(path, fields).asString()));
    }

    private static Map<String, String> with(Map<String, String> fields, String... more) {
        var all = new LinkedHashMap<>(fields);
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private void inEveryLanguage(Map<String, Supplier<Document>> pages) {
        var left = new LinkedHashMap<String, Set<String>>();
        pages.forEach((name, page) -> {
            operator.reads("en");
            var english = page.get();
            assertThat(english.select("html").attr("lang")).as(name).isEqualTo("en");
            for (var language : List.of("de", "zh")) {
                operator.reads(language);
                var common = LanguageCheck.inCommon(english, page.get());
                common.removeIf(it -> SAME.matcher(it).matches());
                left.put(name + " in " + language, common);
            }
        });
        left.values().removeIf(Set::isEmpty);
        assertThat(left).isEmpty();
    }

    @Test
    void theWayInSpeaksTheBrowsersLanguageAndIsSwitchedByHand() {
        operator.reads("de-AT,en;q=0.5");
        operator.open("/admin")
                .header("Content-Language", equalTo("de"))
                .header("Vary", containsString("Accept-Language"))
                .body(
                        containsString("Versand starten"),
                        containsString("placeholder=\"ada@example.org, eine je Zeile"));
        assertThat(operator.page("/admin/papers?lang=zh").select("h1").text()).isEqualTo("论文");
        assertThat(operator.browser().get("/admin/papers?lang=zh").header("Set-Cookie"))
                .contains("language=zh");
        // What a form led to is no page that a link could open again.
        assertThat(operator.page("/admin/erase").select(".languages a")).hasSize(3);
        assertThat(Jsoup.parse(operator.send("/admin/erase", Map.of()).asString())
                        .select(".languages a"))
                .isEmpty();
    }

    @Test
    void programsAreAnsweredInEnglish() {
        operator.reads(null);
        house.admin()
                .header("Accept-Language", "de")
                .get("/api/admin/doctor")
                .then()
                .body("find { it.check == 'migrations' }.says", startsWith("The schema is at version "))
                .body("find { it.check == 'migrations' }.keySet()", equalTo(Set.of("check", "state", "says", "mend")));
        house.admin()
                .header("Accept-Language", "de")
                .contentType("text/csv")
                .body("email,queries,frequency,time_zone,send_at\nnobody,robots,DAILY,UTC,08:00\n")
                .post("/api/admin/subscribers/import")
                .then()
                .body("rejected[0]", equalTo(Map.of("line", 2, "reason", "email: “nobody” is not an e-mail address.")));
    }

    @Test
    void whatPeopleTypedIsNeverMarkup() {
        operator.reads("de");
        operator.send("/admin/erase", Map.of("email", "<b>x</b>", "sure", "on"))
                .then()
                .statusCode(404)
                .body(containsString("„&lt;b&gt;x&lt;/b&gt;“"));
        operator.send("/admin/tokens", Map.of("name", "script-<b>" + System.nanoTime(), "scope", "read", "days", "1"))
                .then()
                .statusCode(200)
                .body(containsString("<strong>script-&lt;b&gt;"), containsString("aria-label=\"script-&lt;b&gt;"));
    }

    @Test
    void theProgressOfASendIsToldInTheBrowsersLanguage() {
        var started = house.startSend(Map.of("day", DAY, "audience", Map.of("all", true), "force", true))
                .extract()
                .header("Location")
                .replace("/api", "");
        operator.reads("zh");
        assertThat(operator.page(started).select(".state").first().text()).isEqualTo("规划中");
        house.planSends();
        house.deliver();
        operator.open(started).body(containsString("已完成"), containsString("每秒邮件数"));
    }
}
