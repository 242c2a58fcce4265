package dev.paperround.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

final class Translations {
    private final Map<Language, Properties> patterns = new EnumMap<>(Language.class);

    Translations(String area) {
        for (var language : List.of(Language.DE, Language.ZH)) {
            patterns.put(language, read("/sentences/" + area + language.code() + ".properties"));
        }
    }

    Optional<String> of(Enum<?> sentence, Language language) {
        return Optional.ofNullable(patterns.get(language)).map(it -> it.getProperty(sentence.name()));
    }

    private static Properties read(String file) {
        try (var reader = new InputStreamReader(Translations.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            var sentences = new Properties();
            sentences.load(reader);
            return sentences;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
