package dev.paperround.startup;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks one setting; {@code wanted} completes the sentence "it must be …". */
record SettingRule(String property, Predicate<String> holds, String wanted, boolean isSecret) {
    static SettingRule of(String property, Predicate<String> holds, String wanted) {
        return new SettingRule(property, holds, wanted, false);
    }

    static SettingRule secret(String property, Predicate<String> holds, String wanted) {
        return new SettingRule(property, holds, wanted, true);
    }

    Optional<String> fault(Settings settings) {
        return settings.get(property)
                .filter(holds.negate())
                .map(value ->
                        variable(property) + (isSecret ? " is set, but not usable" : " is \"" + shown(value) + "\"")
                                + "; it must be " + wanted + ".");
    }

    static String variable(String property) {
        return property.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    private static String shown(String value) {
        return DatabaseCheck.withoutPassword(value.replaceAll("\\R", " "));
    }
}
