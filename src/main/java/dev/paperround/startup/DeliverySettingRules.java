package dev.paperround.startup;

import static dev.paperround.startup.SettingRule.of;
import static dev.paperround.startup.SettingRule.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

final class DeliverySettingRules {
    private static final String RELAYS = "paperround.delivery.relays.";
    private static final String BUDGETS = "paperround.delivery.budgets.";
    private static final Set<String> KNOWN_GROUPS = Set.of("gmail", "outlook", "yahoo", "other");

    private DeliverySettingRules() {}

    static List<SettingRule> rules(Settings settings) {
        return Stream.concat(
                        settings.namesAfter(RELAYS).stream().flatMap(name -> relay(RELAYS + name + ".")),
                        settings.namesAfter(BUDGETS).stream().flatMap(name -> budget(BUDGETS + name + ".")))
                .toList();
    }

    private static Stream<SettingRule> budget(String group) {
        return Stream.of(
                of(group + "rate", SettingRules::isPositive, "a number of mails a second greater than 0"),
                of(
                        group + "domains",
                        value -> Stream.of(value.split(",", -1))
                                .allMatch(it -> it.strip().matches("[A-Za-z0-9.-]+\\.[A-Za-z0-9-]+")),
                        "domains with commas between them such as gmail.com,googlemail.com"));
    }

    private static Stream<SettingRule> relay(String relay) {
        return Stream.of(
                of(relay + "host", SettingRules::isHost, SettingRules.A_HOST),
                of(relay + "port", value -> SettingRules.isWholeNumber(value, 1, 65535), "a port from 1 to 65535"),
                of(relay + "username", DeliverySettingRules::isOneLine, "a name on one line"),
                secret(relay + "password", DeliverySettingRules::isOneLine, "a password on one line"),
                of(
                        relay + "start-tls",
                        value -> SettingRules.START_TLS.contains(value.toUpperCase(Locale.ROOT)),
                        "DISABLED, OPTIONAL or REQUIRED"),
                of(
                        relay + "tls",
                        value -> SettingRules.BOOLEANS.contains(value.toLowerCase(Locale.ROOT)),
                        "true or false"),
                of(relay + "weight", value -> SettingRules.isWholeNumber(value, 1, 1000), SettingRules.UP_TO_1000),
                of(relay + "connections", value -> SettingRules.isWholeNumber(value, 1, 1000), SettingRules.UP_TO_1000),
                of(relay + "rate", SettingRules::isPositive, "a number of mails a second greater than 0"));
    }

    static void check(Settings settings) throws StartupFailure {
        var relays = settings.namesAfter(RELAYS);
        for (var name : relays) {
            if (!settings.has(RELAYS + name + ".host")) {
                throw new StartupFailure(
                        SettingRule.variable(RELAYS + name + ".host")
                                + " is not set; it must be the host of the relay that the other settings of this name are for.");
            }
        }
        for (var group : settings.namesAfter(BUDGETS)) {
            checkBudget(settings, group);
        }
        if (!relays.isEmpty() && settings.mailboxIsLocal()) {
            throw new StartupFailure(
                    "QUARKUS_MAILER_HOST is not set; it must be the relay of single mails, such as those that"
                            + " confirm a sign-up, when digests have relays of their own.");
        }
    }

    private static void checkBudget(Settings settings, String group) throws StartupFailure {
        var needed = KNOWN_GROUPS.contains(group) ? List.of("rate") : List.of("rate", "domains");
        for (var name : needed) {
            if (!settings.has(BUDGETS + group + "." + name)) {
                throw new StartupFailure(SettingRule.variable(BUDGETS + group + "." + name)
                        + " is not set; a budget needs it"
                        + (name.equals("domains") ? ", unless it is that of gmail, outlook, yahoo or other." : "."));
            }
        }
    }

    private static boolean isOneLine(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }
}
