package dev.paperround.admin;

import java.util.Optional;

public final class Ids {
    private Ids() {}

    public static Optional<Long> read(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
