package dev.paperround.startup;

import java.util.List;
import java.util.stream.Stream;

final class RetentionSettingRules {
    static final List<SettingRule> RULES = Stream.of("pending", "network", "deliveries", "audit")
            .map(what -> SettingRule.of(
                    "paperround.retention." + what,
                    SettingRules::isDuration,
                    "a duration longer than zero such as 14d"))
            .toList();

    private RetentionSettingRules() {}
}
