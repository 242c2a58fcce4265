package dev.paperround.http.parameters;

import dev.paperround.http.problem.FieldError;
import dev.paperround.http.problem.Problem;
import dev.paperround.i18n.AdminMessages;
import dev.paperround.i18n.Message;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses query parameters as text so that errors can name the parameter. */
public final class Parameter {
    private Parameter() {}

    public static Optional<LocalDate> day(String name, String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.isBlank()) {
            throw wrong(name, Message.of(AdminMessages.class, say -> say.giveADay()));
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (isUsual(day)) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            throw notADate(name, text);
        }
        throw notADate(name, text);
    }

    // Java supports dates that the database does not.
    public static boolean isUsual(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }

    private static RuntimeException notADate(String name, String text) {
        return wrong(name, Message.of(AdminMessages.class, say -> say.noDay(text)));
    }

    public static int number(String name, String text, int byDefault, int least, int most) {
        return (int) number(name, text, (long) byDefault, least, most);
    }

    public static long number(String name, String text, long byDefault, long least, long most) {
        if (text == null || text.isBlank()) {
            return byDefault;
        }
        try {
            var number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, Message.of(AdminMessages.class, say -> say.noWholeNumber(text)));
        }
        throw wrong(name, Message.of(AdminMessages.class, say -> say.outOfRange(text, least, most)));
    }

    public static boolean flag(String name, String text) {
        if (text == null || text.isBlank()) {
            return false;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, Message.of(AdminMessages.class, say -> say.noFlag(text)));
        };
    }

    private static RuntimeException wrong(String name, Message message) {
        return Problem.of(List.of(new FieldError(name, message))).exception();
    }
}
