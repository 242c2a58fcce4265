package dev.paperround.admin;

import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
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

    public static Message wrong(String typed) {
        return typed == null || typed.isBlank()
                ? Message.of(AdminMessages.class, say -> say.giveADay())
                : Message.of(AdminMessages.class, say -> say.noDay(typed.strip()));
    }
}
