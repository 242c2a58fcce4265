package dev.paperround.i18n;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class Dates {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Map<Language, Dates> BY_LANGUAGE =
            Stream.of(Language.values()).collect(Collectors.toMap(it -> it, Dates::new));

    private final Locale locale;
    private final DateTimeFormatter full;
    private final DateTimeFormatter dayAndMonth;
    private final DateTimeFormatter withoutWeekday;
    private final DateTimeFormatter date;
    private final DateTimeFormatter month;
    private final DateTimeFormatter moment;

    private final List<Unit> units;

    // The patterns are in the messages of mails, as each language has its own order of day, month and year.
    private Dates(Language language) {
        this.locale = language.formats();
        this.full = format(language, MailMessages::dateInFull, locale);
        // Short names in English have three letters, as in Sep and Wed.
        var shortNames = language.words();
        this.dayAndMonth = format(language, MailMessages::dateInShort, shortNames);
        this.withoutWeekday = format(language, MailMessages::dateWithoutWeekday, shortNames);
        this.date = format(language, MailMessages::dateWithYear, shortNames);
        this.month = format(language, MailMessages::dateOfMonth, locale);
        this.moment = format(language, MailMessages::dateAndTime, locale);
        this.units = Unit.all(
                Message.of(MailMessages.class, MailMessages::largeNumbers).in(language));
    }

    private static DateTimeFormatter format(Language language, Function<MailMessages, String> pattern, Locale names) {
        return DateTimeFormatter.ofPattern(
                Message.of(MailMessages.class, pattern).in(language), names);
    }

    // Chinese counts in ten thousands, others in thousands and millions.
    private record Unit(long size, String sign) {
        static List<Unit> all(String units) {
            return Stream.of(units.split(", "))
                    .map(it -> it.split(" "))
                    .map(it -> new Unit(Long.parseLong(it[0]), it[1]))
                    .toList();
        }
    }

    public static Dates in(Language language) {
        return BY_LANGUAGE.get(language);
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

    // Formats a number as "250k".
    public String shortened(long count) {
        return units.stream()
                .filter(it -> count >= it.size())
                .findFirst()
                .map(it -> oneDecimal(1.0 * count / it.size()) + it.sign())
                .orElseGet(() -> Long.toString(count));
    }

    private String oneDecimal(double number) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(locale)).format(number);
    }
}
