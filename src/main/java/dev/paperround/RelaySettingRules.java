package dev.paperround;

import static dev.paperround.SettingRule.of;
import static dev.paperround.SettingRule.secret;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The relays of digests, each under a name of the operator's. */
final class RelaySettingRules {
    private static final String RELAYS = "paperround.delivery.relays.";

    private RelaySettingRules() {}

    static List<SettingRule> rules(Settings settings) {
        return settings.namesAfter(RELAYS).stream()
                .flatMap(name -> rules(RELAYS + name + "."))
                .toList();
    }

    private static Stream<SettingRule> rules(String relay) {
        return Stream.of(
                of(relay + "host", SettingRules::isHost, SettingRules.A_HOST),
                of(relay + "port", value -> SettingRules.isWholeNumber(value, 1, 65535), "a port from 1 to 65535"),
                of(relay + "username", RelaySettingRules::isOneLine, "a name on one line"),
                secret(relay + "password", RelaySettingRules::isOneLine, "a password on one line"),
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

    static void check(Settings settings) throws CannotStart {
        var relays = settings.namesAfter(RELAYS);
        for (var name : relays) {
            if (!settings.has(RELAYS + name + ".host")) {
                throw new CannotStart(
                        SettingRule.variable(RELAYS + name + ".host")
                                + " is not set; it must be the host of the relay that the other settings of this name are for.");
            }
        }
        if (!relays.isEmpty() && settings.mailboxIsLocal()) {
            throw new CannotStart(
                    "QUARKUS_MAILER_HOST is not set; it must be the relay of single mails, such as those that"
                            + " confirm a sign-up, when digests have relays of their own.");
        }
    }

    private static boolean isOneLine(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }
}
