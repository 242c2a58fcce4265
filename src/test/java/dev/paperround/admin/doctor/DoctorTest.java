package dev.paperround.admin.doctor;

import static dev.paperround.testing.PlainWords.assertPlain;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paperround.EmptyHouse;
import dev.paperround.House;
import dev.paperround.Operator;
import dev.paperround.admin.ScriptedDns;
import dev.paperround.mail.dkim.DkimKeyFile;
import dev.paperround.mail.dkim.DkimSigner;
import dev.paperround.testing.DkimKeys;
import dev.paperround.testing.Guarded;
import dev.paperround.testing.GuardedRelay;
import dev.paperround.testing.Identity;
import dev.paperround.testing.LanguageCheck;
import dev.paperround.testing.ScriptedRelay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.naming.NamingException;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A relay of this machine that wants a login, and one that counts as somebody else's. */
@QuarkusTest
@TestProfile(Guarded.class)
class DoctorTest extends EmptyHouse {
    private static final String DOMAIN = Guarded.DOMAIN;

    @Inject
    ScriptedDns dns;

    @Inject
    Operator operator;

    @ConfigProperty(name = "paperround.admin-token")
    String token;

    private static Identity identity;

    @BeforeAll
    static void makeKeys() {
        identity = Identity.of("localhost");
    }

    private SSLContext usual;
    private GuardedRelay guarded;
    private ScriptedRelay outside;

    @BeforeEach
    void openRelays() throws Exception {
        dns.goAway();
        usual = SSLContext.getDefault();
        SSLContext.setDefault(identity.trusted());
        guarded = new GuardedRelay(Guarded.guardedPort());
        guarded.behave(identity, false);
        outside = new ScriptedRelay(Guarded.outsidePort());
    }

    @AfterEach
    void closeRelays() throws IOException {
        SSLContext.setDefault(usual);
        guarded.close();
        outside.close();
        house.clock().reset();
    }

    private Map<String, Map<String, String>> checks() {
        List<Map<String, String>> checks = house.admin()
                .get("/api/admin/doctor")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("");
        return checks.stream().collect(Collectors.toMap(it -> it.get("check"), Function.identity()));
    }

    private Map<String, String> check(String name) {
        var all = checks();
        assertThat(all).containsKey(name);
        return all.get(name);
    }

    @Test
    void aRelayIsAskedUpToTheLoginAndNothingIsSent() {
        assertThat(check("relay guarded"))
                .containsEntry("state", "ok")
                .containsEntry("says", "Answers at localhost, over TLS, and takes the login.")
                .containsEntry("mend", null);

        assertThat(guarded.logins()).hasSize(1);
        assertThat(guarded.messageIds()).isEmpty();
        assertThat(check("relay")).containsEntry("state", "ok");
    }

    @Test
    void aRefusedLoginFailsWithTheRelaysWords() {
        guarded.answerLogin("535 5.7.8 who is round?");

        var relay = check("relay guarded");

        assertThat(relay).containsEntry("state", "fail");
        assertThat(relay.get("says")).contains("535 5.7.8 who is round?");
        assertThat(relay.get("mend")).contains("PAPERROUND_DELIVERY_RELAYS_GUARDED_");
    }

    @Test
    void aRelayWithoutTheTlsThatIsRequiredFails() {
        guarded.answerStartTls("");

        assertThat(check("relay guarded").get("says")).contains("offers no STARTTLS");
    }

    @Test
    void aRelayThatIsDownFails() throws IOException {
        outside.close();

        assertThat(check("relay outside"))
                .containsEntry("state", "fail")
                .containsEntry("says", "The relay failed at connect: the connection was refused");
        checks().values().forEach(it -> assertPlain(it.get("says")));
    }

    @Test
    void aRelayElsewhereThatReadsAlongIsWarnedOf() {
        assertThat(check("relay outside")).containsEntry("state", "warn");
        assertThat(check("relay outside password"))
                .containsEntry("state", "warn")
                .hasEntrySatisfying("mend", it -> assertThat(it).contains("START_TLS=REQUIRED"));
        assertThat(check("relay guarded password")).containsEntry("state", "ok");
    }

    @Test
    void linksToThisMachineFailOnceMailLeavesIt() {
        assertThat(check("base-url")).containsEntry("state", "fail").hasEntrySatisfying("mend", it -> assertThat(it)
                .contains("PAPERROUND_BASE_URL"));
        assertThat(check("mail-from")).containsEntry("state", "ok");
    }

    @Test
    void withoutAResolverTheDnsIsNotJudged() {
        assertThat(checks())
                .hasEntrySatisfying("dns spf", it -> assertThat(it).containsEntry("state", "skipped"))
                .hasEntrySatisfying("dns dmarc", it -> assertThat(it).containsEntry("state", "skipped"))
                .hasEntrySatisfying("dns mx", it -> assertThat(it).containsEntry("state", "skipped"));
    }

    @Test
    void theResolversOfThisMachineMayBeAsked() {
        try {
            new Dns().records("localhost", "TXT");
        } catch (NamingException nobodyAnswered) {
            assertThat(nobodyAnswered).hasMessageNotContaining("JNDI");
        }
    }

    @Test
    void recordsThatAreMissingAreTold() {
        dns.knowNothing();

        assertThat(checks())
                .hasEntrySatisfying("dns spf", it -> assertThat(it).containsEntry("state", "fail"))
                .hasEntrySatisfying("dns dmarc", it -> assertThat(it).containsEntry("state", "warn"))
                .hasEntrySatisfying("dns mx", it -> assertThat(it).containsEntry("state", "warn"));
    }

    @Test
    void recordsAreReadAsReceiversReadThem() {
        dns.know(DOMAIN, "TXT", "something else", "v=spf1 include:relay.example.net -all");
        dns.know(DOMAIN, "MX", "10 mail.example.org.");
        dns.know("_dmarc.round.example.org", "TXT", "v=DMARC1; p=none");

        assertThat(checks())
                .hasEntrySatisfying("dns spf", it -> assertThat(it).containsEntry("state", "ok"))
                .hasEntrySatisfying(
                        "dns dmarc", it -> assertThat(it).containsEntry("says", "round.example.org: v=DMARC1; p=none"))
                .hasEntrySatisfying("dns mx", it -> assertThat(it).containsEntry("state", "ok"));

        dns.know(DOMAIN, "TXT", "v=spf1 +all");
        assertThat(check("dns spf")).containsEntry("state", "warn");
        dns.know(DOMAIN, "TXT", "v=spf1 -all", "v=spf1 mx -all");
        assertThat(check("dns spf")).containsEntry("state", "fail");
    }

    @Test
    void theKeysThatSignHereAreLookedFor() {
        dns.knowNothing();
        for (var selector : List.of(DkimKeys.RSA, DkimKeys.ED25519)) {
            var name = selector + "._domainkey." + Guarded.SIGNING_DOMAIN;
            var check = "dns dkim " + selector;
            assertThat(check(check))
                    .containsEntry("state", "fail")
                    .hasEntrySatisfying("says", it -> assertThat(it).startsWith(name + " has no key"))
                    .containsEntry(
                            "mend", "Publish one TXT record at " + name + ": \"" + DkimKeys.record(selector) + "\".");

            dns.know(
                    name,
                    "TXT",
                    DkimKeys.record(selector).replace("v=DKIM1; ", "").replace("p=", "t=s ;\tp = "));
            assertThat(check(check)).containsEntry("state", "ok").containsEntry("mend", null);

            dns.know(name, "TXT", DkimKeys.record(selector).replaceFirst("p=.*", "p="));
            assertThat(check(check).get("says")).contains("another key");

            dns.know(name, "TXT", DkimKeys.record(selector), DkimKeys.record(selector));
            assertThat(check(check).get("says")).contains("2 records");
        }
    }

    @Test
    void aKeyThatIsShortIsWarnedOf(@TempDir Path directory) throws Exception {
        var file = directory.resolve("old.pem");
        Files.writeString(file, DkimKeys.pem(DkimKeys.pair("RSA", 1024).getPrivate()));
        var key = DkimKeyFile.read("old", file);
        var checks = new DkimChecks();
        checks.dns = dns;
        checks.signer = new DkimSigner(DOMAIN, List.of(key));
        dns.know("old._domainkey." + DOMAIN, "TXT", key.record());

        assertThat(checks.checks()).singleElement().satisfies(it -> {
            assertThat(it.state()).isEqualTo(Check.State.WARN);
            assertThat(it.says()).contains("of 1024 bits only");
        });
    }

    @Test
    void anEd25519KeyPublishedAsOneOfRsaIsAnother() {
        dns.know(
                DkimKeys.ED25519 + "._domainkey." + Guarded.SIGNING_DOMAIN,
                "TXT",
                DkimKeys.record(DkimKeys.ED25519).replace("k=ed25519; ", ""));

        assertThat(check("dns dkim " + DkimKeys.ED25519)).containsEntry("state", "fail");
    }

    @Test
    void bouncesWithoutAnAddressOfTheirOwnAreWarnedOf() {
        assertThat(check("bounces"))
                .containsEntry("state", "warn")
                .hasEntrySatisfying("says", it -> assertThat(it)
                        .contains("PAPERROUND_BOUNCES_DOMAIN is off", "Message-ID of their own"))
                .hasEntrySatisfying("mend", it -> assertThat(it).contains("set PAPERROUND_BOUNCES_DOMAIN"));
    }

    @Test
    void aClockThatIsWrongAndPapersThatAreOldAreTold() {
        assertThat(check("papers")).containsEntry("state", "warn");
        house.ingestRows("2026-11-18", House.rows(House.row("2611.97001", "Kites", "Of wind.", 1)))
                .statusCode(200);
        assertThat(check("papers")).containsEntry("state", "ok");
        assertThat(check("clock")).containsEntry("state", "ok");
        assertThat(check("migrations")).containsEntry("state", "ok");

        house.clock().set(house.now().plus(Duration.ofHours(30)));

        assertThat(check("clock")).containsEntry("state", "fail");
        assertThat(check("papers").get("says")).contains("30 hours");
    }

    @Test
    void thePageShowsTheSame() {
        var session = Operator.session(token);

        var page = Jsoup.parse(given().cookie("paperround_admin", session)
                .get("/admin/doctor")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(page.select("tbody th").eachText()).contains("base-url", "relay guarded", "dns spf");
        assertThat(page.select("[role=alert]").text()).startsWith("1 thing keeps digests");
        assertThat(page.select(".admin-bar a[aria-current]").text()).isEqualTo("Doctor");
    }

    @Test
    void whatIsFoundIsToldInEveryLanguage() throws IOException {
        operator.signIn();
        guarded.answerLogin("535 5.7.8 who is round?");
        assertThat(leftInEnglish()).isEmpty();
        dns.knowNothing();
        guarded.answerStartTls("");
        house.clock().set(house.now().plus(Duration.ofHours(30)));
        operator.signIn();
        assertThat(leftInEnglish()).isEmpty();
        dns.know(DOMAIN, "TXT", "v=spf1 +all");
        outside.close();
        assertThat(leftInEnglish()).isEmpty();

        operator.reads("de");
        assertThat(operator.page("/admin/doctor").text())
                .contains(
                        "Das Relay bietet kein STARTTLS, und PAPERROUND_DELIVERY_RELAYS_GUARDED_START_TLS verlangt es.")
                .contains(DOMAIN + " lässt jeden dafür senden: v=spf1 +all");
    }

    /** But for the names that relays and keys were given. */
    private Set<String> leftInEnglish() {
        operator.reads("en");
        var english = operator.page("/admin/doctor");
        var left = new TreeSet<String>();
        for (var language : List.of("de", "zh")) {
            operator.reads(language);
            left.addAll(LanguageCheck.inCommon(english, operator.page("/admin/doctor")));
        }
        left.removeIf(it -> it.matches("relay (guarded|outside)( password)?|dns dkim (rsa1|ed1)"));
        return left;
    }

    @Test
    void itTakesAToken() {
        given().get("/api/admin/doctor").then().statusCode(401);
        House.bearer(house.adminToken("doctor " + System.nanoTime(), "read"))
                .get("/api/admin/doctor")
                .then()
                .statusCode(200);
    }
}
