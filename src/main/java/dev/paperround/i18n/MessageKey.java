package dev.paperround.i18n;

import java.util.Optional;

/** A sentence with places for what it is about, in every language. English stands in the code, the others in {@code sentences/}. */
public interface MessageKey {
    String english();

    Optional<String> translated(Language language);

    default String in(Language language, Object... arguments) {
        return String.format(translated(language).orElse(english()), arguments);
    }

    /** As programs, the log and the database are told. */
    default String toPrograms(Object... arguments) {
        return String.format(english(), arguments);
    }
}
