package dev.paperround.admin;

import java.util.Optional;

/** Ids in paths: what is no number is simply not found. */
public final class Ids {
    private Ids() {}

    public static Optional<Long> read(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
