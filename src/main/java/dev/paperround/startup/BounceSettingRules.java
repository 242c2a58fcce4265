package dev.paperround.startup;

import static dev.paperround.startup.SettingRule.of;
import static dev.paperround.startup.SettingRule.secret;

import java.util.List;
import java.util.Locale;

final class BounceSettingRules {
    private static final String PREFIX = "paperround.bounces.";
    private static final String IMAP = PREFIX + "imap.";

    static final List<SettingRule> RULES = List.of(
            of(
                    PREFIX + "domain",
                    value -> value.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"),
                    "a domain that receives mail such as bounces.example.org, or off"),
            of(
                    PREFIX + "soft-days",
                    value -> SettingRules.isWholeNumber(value, 1, 100),
                    "a whole number from 1 to 100"),
            of(PREFIX + "keep", SettingRules::isDuration, SettingRules.A_DURATION),
            of(
                    IMAP + "host",
                    value -> value.matches("[A-Za-z0-9._:\\[\\]-]+"),
                    "a host name or address such as imap.example.org"),
            of(IMAP + "port", value -> SettingRules.isWholeNumber(value, 1, 65535), "a port from 1 to 65535"),
            of(IMAP + "username", value -> isOneLine(value), "a name on one line"),
            secret(IMAP + "password", value -> isOneLine(value), "a password on one line"),
            of(IMAP + "tls", value -> SettingRules.BOOLEANS.contains(value.toLowerCase(Locale.ROOT)), "true or false"),
            of(IMAP + "folder", value -> isOneLine(value), "the name of a folder such as INBOX"),
            of(IMAP + "processed", value -> isOneLine(value), "the name of a folder such as Processed"),
            of(IMAP + "every", SettingRules::isDuration, SettingRules.A_DURATION));

    private BounceSettingRules() {}

    static void checkMailbox(Settings settings) throws StartupFailure {
        for (var needed : List.of("username", "password")) {
            if (settings.has(IMAP + "host") && !settings.has(IMAP + needed)) {
                throw new StartupFailure(SettingRule.variable(IMAP + needed)
                        + " is not set; it must be the " + needed + " of the mailbox at "
                        + SettingRule.variable(IMAP + "host") + ".");
            }
        }
    }

    private static boolean isOneLine(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }
}
