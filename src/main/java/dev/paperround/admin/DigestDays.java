package dev.paperround.admin;

import dev.paperround.i18n.LocalizedMessage;
import dev.paperround.i18n.OperatorSentence;
import dev.paperround.paper.DigestDay;
import dev.paperround.paper.Papers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

@ApplicationScoped
public class DigestDays {
    @Inject
    Papers papers;

    @Inject
    Clock clock;

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    public LocalDate newest() {
        var today = today();
        return papers.days().stream()
                .map(DigestDay::day)
                .filter(day -> !day.isAfter(today))
                .findFirst()
                .orElse(today);
    }

    public static Optional<LocalDate> read(String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    public static LocalizedMessage wrong(String typed) {
        return typed == null || typed.isBlank()
                ? LocalizedMessage.of(OperatorSentence.GIVE_A_DAY)
                : LocalizedMessage.of(OperatorSentence.NO_DAY, typed.strip());
    }
}
