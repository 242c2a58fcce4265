package dev.paperround.admin;

import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The days an operator may mean without saying so. */
@ApplicationScoped
class Days {
    @Inject
    Papers papers;

    @Inject
    Clock clock;

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The newest digest day up to today. */
    LocalDate newest() {
        var today = today();
        return papers.days().stream()
                .map(DigestDay::day)
                .filter(day -> !day.isAfter(today))
                .findFirst()
                .orElse(today);
    }

    static Optional<LocalDate> read(String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    static String wrong(String typed) {
        return typed == null || typed.isBlank()
                ? "Give a day such as 2026-11-20."
                : "“" + typed.strip() + "” is not a date such as 2026-11-20.";
    }
}
