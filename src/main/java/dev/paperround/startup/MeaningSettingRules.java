package dev.paperround.startup;

import static dev.paperround.startup.SettingRule.of;

import java.util.List;
import java.util.Set;

final class MeaningSettingRules {
    static final List<SettingRule> RULES = List.of(
            of("paperround.meaning", Set.of("on", "off")::contains, "on or off"),
            of(
                    "paperround.embeddings.url",
                    SettingRules::isWebAddress,
                    "an absolute http or https URL such as http://localhost:11434/v1"));

    private MeaningSettingRules() {}

    static void check(Settings settings) throws StartupFailure {
        if (settings.has("paperround.embeddings.url") && !settings.has("paperround.embeddings.model")) {
            throw new StartupFailure("PAPERROUND_EMBEDDINGS_MODEL is not set; it must name the model that"
                    + " PAPERROUND_EMBEDDINGS_URL is to be asked for.");
        }
    }
}
