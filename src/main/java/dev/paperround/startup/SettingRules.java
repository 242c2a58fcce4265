package dev.paperround.startup;

import static dev.paperround.startup.SettingRule.of;
import static dev.paperround.startup.SettingRule.secret;

import io.quarkus.runtime.configuration.DurationConverter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

public final class SettingRules {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@,;\"]+@[^\\s<>@,;\"]+");
    private static final Pattern NAMED_ADDRESS = Pattern.compile("[^<>\\r\\n]*<" + ADDRESS + ">");
    private static final Pattern CATEGORIES =
            Pattern.compile("\\s*[a-z-]+(\\.[A-Za-z-]+)?\\s*(,\\s*[a-z-]+(\\.[A-Za-z-]+)?\\s*)*");
    static final Set<String> BOOLEANS = Set.of("true", "false", "yes", "no", "on", "off", "1", "0");
    static final Set<String> START_TLS = Set.of("DISABLED", "OPTIONAL", "REQUIRED");
    private static final String AN_ADDRESS = "an absolute http or https URL such as ";
    static final String A_HOST = "a host name or address such as smtp.example.org";
    static final String UP_TO_1000 = "a whole number from 1 to 1000";
    static final String A_DURATION = "a duration longer than zero such as 30s, 10m or 1h";

    private static final List<SettingRule> RULES = List.of(
            of("quarkus.http.port", value -> isWholeNumber(value, 0, 65535), "a port from 0 to 65535"),
            of(
                    Settings.DATABASE_URL,
                    value -> value.startsWith("jdbc:postgresql:"),
                    "a JDBC URL that begins with jdbc:postgresql: such as jdbc:postgresql://db.example.org/papers"),
            of(Settings.MAILER_HOST, SettingRules::isHost, A_HOST),
            of("quarkus.mailer.port", value -> isWholeNumber(value, 1, 65535), "a port from 1 to 65535"),
            of(
                    "quarkus.mailer.start-tls",
                    value -> START_TLS.contains(value.toUpperCase(Locale.ROOT)),
                    "DISABLED, OPTIONAL or REQUIRED"),
            of("quarkus.mailer.tls", value -> BOOLEANS.contains(value.toLowerCase(Locale.ROOT)), "true or false"),
            of(Settings.BASE_URL, SettingRules::isWebAddress, AN_ADDRESS + "https://papers.example.org"),
            of(
                    "paperround.environment",
                    value -> value.strip().matches("[A-Za-z0-9._-]{1,100}"),
                    "a name of letters, digits, dots and dashes such as production"),
            of(
                    "paperround.restored",
                    value -> value.strip().matches("[A-Za-z0-9._:-]{1,60}"),
                    "a name that no restore before had, of letters, digits, dots and dashes, such as 2026-11-18"),
            of("paperround.traces", SettingRules::isWebAddress, AN_ADDRESS + "http://localhost:4318"),
            of("paperround.inbox.open", value -> BOOLEANS.contains(value.toLowerCase(Locale.ROOT)), "true or false"),
            of("paperround.log-json", value -> BOOLEANS.contains(value.toLowerCase(Locale.ROOT)), "true or false"),
            secret(
                    Settings.SECRET,
                    value -> Stream.of(value.split(",", -1))
                            .allMatch(it -> it.strip().length() >= 16),
                    "at least 16 characters long, and so must be each older one after a comma"),
            secret(
                    Settings.ADMIN_TOKEN,
                    value -> value.matches("[!-~]{5,}"),
                    "at least 5 visible ASCII characters without spaces, better 32 at random"),
            of(
                    Settings.MAIL_FROM,
                    SettingRules::isMailbox,
                    "one mail address such as digest@example.org or Paper Round <digest@example.org>"),
            of(
                    "paperround.privacy.contact",
                    value -> ADDRESS.matcher(value).matches() || isWebAddress(value),
                    "a mail address, or an absolute http or https URL"),
            of("paperround.sources.huggingface.url", SettingRules::isWebAddress, AN_ADDRESS + "https://huggingface.co"),
            of(
                    "paperround.sources.huggingface.every",
                    value -> value.equals("off") || isDuration(value),
                    A_DURATION + ", or off"),
            of(
                    "paperround.sources.arxiv.categories",
                    value -> CATEGORIES.matcher(value).matches(),
                    "arXiv categories with commas between them such as cs.LG,cs.CL"),
            of("paperround.sources.arxiv.url", SettingRules::isWebAddress, AN_ADDRESS + "https://rss.arxiv.org"),
            of(
                    "paperround.sources.arxiv.every",
                    value -> value.equals("off") || isDuration(value),
                    A_DURATION + ", or off"),
            of("paperround.delivery.connections", value -> isWholeNumber(value, 1, 1000), UP_TO_1000),
            of(
                    Settings.RATE,
                    value -> value.equals("unlimited") || isPositive(value),
                    "a number of mails a second greater than 0, or unlimited"),
            of("paperround.delivery.reply-timeout", SettingRules::isDuration, A_DURATION),
            of("paperround.delivery.retry-after", SettingRules::isDuration, A_DURATION));

    private SettingRules() {}

    public static void check(Settings settings) throws StartupFailure {
        Optional<String> fault = Stream.of(
                        RULES,
                        BounceSettingRules.RULES,
                        SignUpSettingRules.RULES,
                        RetentionSettingRules.RULES,
                        OidcSettings.RULES,
                        MeaningSettingRules.RULES,
                        DkimSettingRules.RULES,
                        DeliverySettingRules.rules(settings))
                .flatMap(List::stream)
                .flatMap(rule -> rule.fault(settings).stream())
                .findFirst();
        if (fault.isPresent()) {
            throw new StartupFailure(fault.get());
        }
        if (!settings.databaseIsEmbedded() && !settings.has(Settings.SECRET)) {
            throw new StartupFailure(
                    "PAPERROUND_SECRET is not set; it must be at least 16 characters long, and the same in"
                            + " every program that shares the database QUARKUS_DATASOURCE_JDBC_URL names.");
        }
        BounceSettingRules.checkMailbox(settings);
        OidcSettings.check(settings);
        MeaningSettingRules.check(settings);
        DeliverySettingRules.check(settings);
        DkimSettingRules.check(settings);
    }

    static boolean isWholeNumber(String value, int least, int most) {
        return value.matches("\\d{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }

    static boolean isHost(String value) {
        return value.matches("[A-Za-z0-9._:\\[\\]-]+");
    }

    static boolean isPositive(String value) {
        return value.matches("\\d{1,9}(\\.\\d{1,9})?") && Double.parseDouble(value) > 0;
    }

    static boolean isDuration(String value) {
        try {
            Duration duration = DurationConverter.parseDuration(value);
            return duration != null && duration.compareTo(Duration.ZERO) > 0;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean isMailbox(String value) {
        return ADDRESS.matcher(value).matches() || NAMED_ADDRESS.matcher(value).matches();
    }

    static boolean isWebAddress(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getPort() <= 65535
                    && uri.getUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
