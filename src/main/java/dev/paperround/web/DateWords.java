package dev.paperround.web;

import io.quarkus.qute.TemplateExtension;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates as pages say them. */
@TemplateExtension
final class DateWords {
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, 'at' HH:mm", Locale.ENGLISH);

    private DateWords() {}

    static String inWords(LocalDate date) {
        return LONG.format(date);
    }

    static String inShort(LocalDate date) {
        return SHORT.format(date);
    }

    static String inWords(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String inWords(YearMonth month) {
        return MONTH.format(month);
    }

    /** Under its year. */
    static String nameInWords(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    static String timeInWords(ZonedDateTime moment) {
        return TIME.format(moment);
    }

    static String momentInWords(ZonedDateTime moment) {
        return MOMENT.format(moment) + " (" + moment.getZone().getId() + ")";
    }
}
