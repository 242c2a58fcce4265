package dev.paperround.startup;

import dev.paperround.mail.dkim.DkimKeyFile;
import dev.paperround.mail.dkim.UnusableKey;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

final class DkimSettingRules {
    private static final String PREFIX = "paperround.dkim.";
    private static final String DOMAIN = PREFIX + "domain";
    private static final String KEYS = PREFIX + "keys.";

    static final List<SettingRule> RULES = List.of(SettingRule.of(
            DOMAIN,
            value -> value.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"),
            "the domain that signs, such as papers.example.org"));

    private DkimSettingRules() {}

    static void check(Settings settings) throws StartupFailure {
        var selectors = settings.namesAfter(KEYS);
        for (var selector : selectors) {
            checkKey(settings, selector);
        }
        if (settings.has(DOMAIN)) {
            if (selectors.isEmpty()) {
                throw new StartupFailure(
                        variable(KEYS) + "<SELECTOR>_FILE is not set; it must be the file of the private key"
                                + " that signs for " + variable(DOMAIN) + ".");
            }
            checkDomain(
                    settings.get(DOMAIN).orElseThrow(),
                    settings.get(Settings.MAIL_FROM).orElse(""));
        }
    }

    private static void checkKey(Settings settings, String selector) throws StartupFailure {
        var property = KEYS + selector + ".file";
        var file = settings.get(property)
                .orElseThrow(() -> new StartupFailure(variable(property)
                        + " is not set; it must be the file of the private key that signs under this selector, a name of"
                        + " letters and digits."));
        try {
            DkimKeyFile.read(selector, Path.of(file));
        } catch (UnusableKey e) {
            throw new StartupFailure(
                    variable(property) + " is \"" + file + "\"; it must hold " + e.getMessage() + ".", e);
        } catch (InvalidPathException e) {
            throw new StartupFailure(variable(property) + " is \"" + file + "\"; it must be the name of a file.", e);
        }
    }

    // DMARC counts a signature only if its domain is the sender's or shares its organizational domain.
    private static void checkDomain(String domain, String mailFrom) throws StartupFailure {
        var sender = mailFrom.replaceAll("(?s)^.*@|>.*$", "").strip();
        if (!isWithin(domain, sender) && !isWithin(sender, domain)) {
            throw new StartupFailure(variable(DOMAIN) + " is \"" + domain + "\"; it must be " + sender
                    + ", the domain of " + variable(Settings.MAIL_FROM) + ", or one above it or under it.");
        }
    }

    private static boolean isWithin(String domain, String other) {
        return ("." + domain).toLowerCase(Locale.ROOT).endsWith("." + other.toLowerCase(Locale.ROOT));
    }

    private static String variable(String property) {
        return SettingRule.variable(property);
    }
}
