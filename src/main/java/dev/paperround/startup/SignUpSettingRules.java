package dev.paperround.startup;

import static dev.paperround.startup.SettingRule.of;

import dev.paperround.http.AddressRange;
import java.util.List;
import java.util.stream.Stream;

final class SignUpSettingRules {
    private static final String PREFIX = "paperround.sign-ups.";
    private static final int MOST = 100_000_000;

    static final List<SettingRule> RULES = List.of(
            count("confirmations-per-day"),
            count("confirmations-per-month"),
            count("links-per-day"),
            count("network-per-hour"),
            count("domain-per-hour"),
            count("all-per-hour"),
            of(
                    PREFIX + "fill-time",
                    value -> value.matches("0s?") || SettingRules.isDuration(value),
                    "a duration such as 2s, or 0s"),
            of(
                    PREFIX + "proof-of-work",
                    value -> value.equals("off") || SettingRules.isWholeNumber(value, 1_000, 10_000_000),
                    "a whole number from 1000 to 10000000 such as 50000, or off"),
            of("paperround.request-time", SettingRules::isDuration, SettingRules.A_DURATION),
            of("paperround.request-head-time", SettingRules::isDuration, SettingRules.A_DURATION),
            of(
                    "paperround.trusted-proxies",
                    value -> Stream.of(value.split(",", -1))
                            .allMatch(it -> AddressRange.parse(it).isPresent()),
                    "IP addresses or ranges with commas between them such as 10.0.0.0/8,::1"));

    private SignUpSettingRules() {}

    private static SettingRule count(String name) {
        return of(
                PREFIX + name, value -> SettingRules.isWholeNumber(value, 1, MOST), "a whole number from 1 to " + MOST);
    }
}
