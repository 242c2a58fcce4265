package dev.paperround.i18n;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

public final class Dates {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Dates[] BY_LANGUAGE = {
        new Dates(
                Language.EN,
                "EEEE, d MMMM yyyy",
                "EEE d MMM",
                "d MMM",
                "d MMM yyyy",
                "MMMM yyyy",
                "EEEE, d MMMM yyyy, 'at' "),
        new Dates(
                Language.DE,
                "EEEE, d. MMMM yyyy",
                "EEE d. MMM",
                "d. MMM",
                "d. MMM yyyy",
                "MMMM yyyy",
                "EEEE, d. MMMM yyyy, 'um' "),
        new Dates(Language.ZH, "yyyy年M月d日EEEE", "M月d日EEE", "M月d日", "yyyy年M月d日", "yyyy年M月", "yyyy年M月d日EEEE "),
    };

    private final Locale locale;
    private final DateTimeFormatter full;
    private final DateTimeFormatter dayAndMonth;
    private final DateTimeFormatter withoutWeekday;
    private final DateTimeFormatter date;
    private final DateTimeFormatter month;
    private final DateTimeFormatter moment;

    private Dates(
            Language language,
            String full,
            String dayAndMonth,
            String withoutWeekday,
            String date,
            String month,
            String moment) {
        this.locale = language.formats();
        this.full = DateTimeFormatter.ofPattern(full, locale);
        // Short names in English have three letters, as in Sep and Wed.
        var shortNames = language == Language.EN ? Locale.ENGLISH : locale;
        this.dayAndMonth = DateTimeFormatter.ofPattern(dayAndMonth, shortNames);
        this.withoutWeekday = DateTimeFormatter.ofPattern(withoutWeekday, shortNames);
        this.date = DateTimeFormatter.ofPattern(date, shortNames);
        this.month = DateTimeFormatter.ofPattern(month, locale);
        this.moment = DateTimeFormatter.ofPattern(moment + "HH:mm", locale);
    }

    public static Dates in(Language language) {
        return BY_LANGUAGE[language.ordinal()];
    }

    public String full(LocalDate day) {
        return full.format(day);
    }

    public String dayAndMonth(LocalDate day) {
        return dayAndMonth.format(day);
    }

    public String withoutWeekday(LocalDate day) {
        return withoutWeekday.format(day);
    }

    public String date(LocalDate day) {
        return date.format(day);
    }

    public String month(YearMonth of) {
        return month.format(of);
    }

    public String monthName(YearMonth of) {
        return of.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    public String shortWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    public String time(ZonedDateTime at) {
        return TIME.format(at);
    }

    public String moment(ZonedDateTime at) {
        return moment.format(at) + " (" + at.getZone().getId() + ")";
    }

    public String number(long count) {
        return count < 1_000 && count > -1_000 ? Long.toString(count) : String.format(locale, "%,d", count);
    }

    public String decimal(double number) {
        return Double.toString(number)
                .replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    // Formats a number as "250k"; Chinese counts in units of ten thousand.
    public String shortened(long count) {
        if (locale.equals(Language.ZH.formats())) {
            return count >= 10_000 ? oneDecimal(count / 1e4) + "万" : Long.toString(count);
        }
        if (count >= 1_000_000) {
            return oneDecimal(count / 1e6) + "M";
        }
        return count >= 1_000 ? oneDecimal(count / 1e3) + "k" : Long.toString(count);
    }

    private String oneDecimal(double number) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(locale)).format(number);
    }
}
