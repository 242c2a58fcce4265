package dev.paperround.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {
    @Test
    void noSettingIsRight() {
        assertThatCode(() -> SettingRules.check(Settings.of(Map.of()))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quarkus.http.port | 0",
                "quarkus.http.port | 65535",
                "quarkus.mailer.host | smtp.example.org",
                "quarkus.mailer.host | ::1",
                "quarkus.mailer.start-tls | REQUIRED",
                "quarkus.mailer.tls | true",
                "paperround.base-url | https://papers.example.org/round/",
                "paperround.environment | production",
                "paperround.environment | papers.example.org",
                "paperround.restored | 2026-11-18T07:30",
                "paperround.log-json | true",
                "paperround.admin-token | fivec",
                "paperround.secret | 0123456789abcdef,fedcba9876543210",
                "paperround.mail-from | digest@localhost",
                "paperround.mail-from | Paper Round <digest@example.org>",
                "paperround.mail-from | Zoë, of the papers <digest@example.org>",
                "paperround.sources.huggingface.url | http://127.0.0.1:9999",
                "paperround.sources.huggingface.every | off",
                "paperround.sources.huggingface.every | PT1H30M",
                "paperround.sources.arxiv.categories | cs.LG",
                "paperround.sources.arxiv.categories | cs.LG, cond-mat.dis-nn,quant-ph",
                "paperround.sources.arxiv.url | http://127.0.0.1:9999",
                "paperround.sources.arxiv.every | off",
                "paperround.delivery.connections | 1",
                "paperround.delivery.rate | 0.5",
                "paperround.delivery.rate | unlimited",
                "paperround.delivery.reply-timeout | 500ms",
                "paperround.delivery.retry-after | 30s",
                "paperround.bounces.domain | bounces.example.org",
                "paperround.bounces.domain | off",
                "paperround.bounces.soft-days | 1",
                "paperround.bounces.keep | 7d",
                "paperround.retention.pending | 14d",
                "paperround.oidc.audience | paper-round",
                "paperround.privacy.contact | privacy@example.org",
                "paperround.privacy.contact | https://example.org/privacy",
                "paperround.bounces.imap.port | 993",
                "paperround.bounces.imap.tls | false",
                "paperround.bounces.imap.folder | Mail/Bounces of the list",
                "paperround.bounces.imap.every | 30s",
                "paperround.sign-ups.confirmations-per-day | 1",
                "paperround.sign-ups.fill-time | 0s",
                "paperround.sign-ups.proof-of-work | off",
                "paperround.sign-ups.proof-of-work | 50000",
                "paperround.trusted-proxies | 10.0.0.0/8, ::1,192.0.2.7",
            })
    void theseAreRight(String property, String value) {
        assertThatCode(() -> SettingRules.check(Settings.of(Map.of(property, value))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quarkus.http.port | 65536 | port from 0 to 65535",
                "quarkus.http.port | -1 | port from 0 to 65535",
                "quarkus.datasource.jdbc.url | postgres://db/papers | jdbc:postgresql:",
                "quarkus.mailer.host | smtp example | host name",
                "quarkus.mailer.port | 0 | port from 1",
                "quarkus.mailer.start-tls | maybe | DISABLED, OPTIONAL or REQUIRED",
                "quarkus.mailer.tls | perhaps | true or false",
                "paperround.environment | the real one | a name of letters",
                "paperround.restored | last Tuesday | a name that no restore before had",
                "paperround.log-json | json | true or false",
                "paperround.inbox.open | perhaps | true or false",
                "paperround.base-url | /papers | absolute http or https URL",
                "paperround.base-url | ftp://papers.example.org | absolute http or https URL",
                "paperround.base-url | https://papers.example.org/?a=b | absolute http or https URL",
                "paperround.base-url | https://papers.example.org:99999 | absolute http or https URL",
                "paperround.mail-from | Paper Round | mail address",
                "paperround.mail-from | a@b, c@d | mail address",
                "paperround.sources.huggingface.url | huggingface.co | absolute http or https URL",
                "paperround.sources.huggingface.every | never | or off",
                "paperround.sources.arxiv.categories | cs.LG+cs.CL | commas between them",
                "paperround.sign-ups.network-per-hour | 0 | whole number from 1",
                "paperround.sign-ups.fill-time | soon | duration such as 2s",
                "paperround.sign-ups.proof-of-work | on | whole number from 1000",
                "paperround.traces | on | absolute http or https URL",
                "paperround.request-head-time | soon | duration longer",
                "paperround.trusted-proxies | proxy.example.org | IP addresses or ranges",
                "paperround.trusted-proxies | 10.0.0.0/33 | IP addresses or ranges",
                "paperround.trusted-proxies | 10.0.0.1, | IP addresses or ranges",
                "paperround.sources.arxiv.categories | CS.LG, | commas between them",
                "paperround.sources.arxiv.url | rss.arxiv.org | absolute http or https URL",
                "paperround.sources.arxiv.every | never | or off",
                "paperround.delivery.connections | 0 | whole number",
                "paperround.delivery.connections | 2.5 | whole number",
                "paperround.delivery.rate | 0 | greater than 0",
                "paperround.delivery.reply-timeout | off | duration",
                "paperround.delivery.retry-after | -5s | duration",
                "paperround.bounces.domain | b@example.org | domain",
                "paperround.bounces.soft-days | 0 | whole number",
                "paperround.bounces.keep | off | duration",
                "paperround.retention.audit | for ever | duration",
                "paperround.oidc.issuer | http://login.example.org | https URL",
                "paperround.privacy.contact | javascript:alert(1) | mail address",
                "paperround.bounces.imap.host | imap example | host name",
                "paperround.bounces.imap.port | 70000 | port from 1",
                "paperround.bounces.imap.tls | perhaps | true or false",
                "paperround.bounces.imap.every | off | duration",
            })
    void theseAreNamedWithTheirValueAndWhatIsRight(String property, String value, String right) {
        assertThatThrownBy(() -> SettingRules.check(Settings.of(Map.of(property, value))))
                .isInstanceOf(StartupFailure.class)
                .hasMessageStartingWith(SettingRule.variable(property) + " is \"" + value + "\"; it must be ")
                .hasMessageContaining(right)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paperround.secret | too short | at least 16 characters",
                "paperround.secret | 0123456789abcdef,too short | at least 16 characters",
                "paperround.admin-token | ~ | at least 5 visible ASCII characters",
                "paperround.admin-token | four | at least 5 visible ASCII characters",
                "paperround.admin-token | eight with spaces | without spaces",
            })
    void aSecretIsNeverShown(String property, String value, String right) {
        assertThatThrownBy(() -> SettingRules.check(Settings.of(Map.of(property, value))))
                .isInstanceOf(StartupFailure.class)
                .hasMessageStartingWith(SettingRule.variable(property) + " is set, but not usable; it must be ")
                .hasMessageContaining(right)
                .hasMessageNotContaining(value);
    }

    @Test
    void aDatabaseOfOnesOwnNeedsASecretOfOnesOwn() {
        Map<String, String> settings = Map.of(Settings.DATABASE_URL, "jdbc:postgresql://db.example.org/papers");
        assertThatThrownBy(() -> SettingRules.check(Settings.of(settings)))
                .hasMessageStartingWith("PAPERROUND_SECRET is not set");
    }

    @Test
    void aMailboxNeedsANameAndAPassword() {
        Map<String, String> settings = Map.of("paperround.bounces.imap.host", "imap.example.org");
        assertThatThrownBy(() -> SettingRules.check(Settings.of(settings)))
                .hasMessage("PAPERROUND_BOUNCES_IMAP_USERNAME is not set; it must be the username of the mailbox at"
                        + " PAPERROUND_BOUNCES_IMAP_HOST.");
    }

    @Test
    void tokensOfAProviderMustBeMeantForThisProgram() {
        Map<String, String> settings = Map.of("paperround.oidc.issuer", "https://login.example.org");
        assertThatThrownBy(() -> SettingRules.check(Settings.of(settings)))
                .hasMessageStartingWith("PAPERROUND_OIDC_AUDIENCE is not set");
        assertThat(OidcSettings.properties(Settings.of(Map.of()))).isEmpty();
    }

    @Test
    void anEmptyValueIsNone() {
        assertThat(Settings.of(Map.of(Settings.MAILER_HOST, "")).mailboxIsLocal())
                .isTrue();
    }
}
