package dev.paperround.admin;

import dev.paperround.language.OperatorSentence;
import dev.paperround.language.Said;
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

    static Said wrong(String typed) {
        return typed == null || typed.isBlank()
                ? Said.of(OperatorSentence.GIVE_A_DAY)
                : Said.of(OperatorSentence.NO_DAY, typed.strip());
    }
}
