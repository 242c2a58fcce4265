package dev.paperround.i18n;

import java.util.Optional;

/** Identifies a translatable sentence. The English text is in the code, the others are in {@code sentences/}. */
public interface MessageKey {
    String english();

    Optional<String> translated(Language language);

    default String in(Language language, Object... arguments) {
        return String.format(translated(language).orElse(english()), arguments);
    }

    default String toPrograms(Object... arguments) {
        return String.format(english(), arguments);
    }
}
