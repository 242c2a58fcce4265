package dev.paperround.admin.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Defines how much a token may do; each scope includes those before it. */
public enum Scope {
    READ,
    SEND,
    MANAGE;

    public static final String TO_READ = "read";

    public static final String TO_SEND = "send";
    public static final String TO_MANAGE = "manage";

    static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(Scope other) {
        return compareTo(other) >= 0;
    }

    Set<String> roles() {
        return Arrays.stream(values()).filter(this::holds).map(Scope::word).collect(Collectors.toSet());
    }
}
