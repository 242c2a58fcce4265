package dev.paperround.i18n;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;

@TemplateExtension
final class LocaleExtensions {
    private LocaleExtensions() {}

    private static Dates dates(Object locale) {
        return Dates.in(Language.ofLocale(locale));
    }

    static String inWords(LocalDate date, @TemplateAttribute("locale") Object locale) {
        return dates(locale).full(date);
    }

    static String inShort(LocalDate date, @TemplateAttribute("locale") Object locale) {
        return dates(locale).date(date);
    }

    static String dayAndMonth(LocalDate date, @TemplateAttribute("locale") Object locale) {
        return dates(locale).dayAndMonth(date);
    }

    static String inWords(DayOfWeek day, @TemplateAttribute("locale") Object locale) {
        return dates(locale).weekday(day);
    }

    static String inShort(DayOfWeek day, @TemplateAttribute("locale") Object locale) {
        return dates(locale).shortWeekday(day);
    }

    static String inWords(YearMonth month, @TemplateAttribute("locale") Object locale) {
        return dates(locale).month(month);
    }

    static String nameInWords(YearMonth month, @TemplateAttribute("locale") Object locale) {
        return dates(locale).monthName(month);
    }

    static String timeInWords(ZonedDateTime moment, @TemplateAttribute("locale") Object locale) {
        return dates(locale).time(moment);
    }

    static String momentInWords(ZonedDateTime moment, @TemplateAttribute("locale") Object locale) {
        return dates(locale).moment(moment);
    }

    static String grouped(Integer count, @TemplateAttribute("locale") Object locale) {
        return dates(locale).number(count);
    }

    static String grouped(Long count, @TemplateAttribute("locale") Object locale) {
        return dates(locale).number(count);
    }

    static String decimal(Double number, @TemplateAttribute("locale") Object locale) {
        return dates(locale).decimal(number);
    }

    static String shortened(Long count, @TemplateAttribute("locale") Object locale) {
        return dates(locale).shortened(count);
    }

    static String withoutWeekday(LocalDate day, @TemplateAttribute("locale") Object locale) {
        return dates(locale).withoutWeekday(day);
    }

    static String told(Message said, @TemplateAttribute("locale") Object locale) {
        return said.in(Language.ofLocale(locale));
    }
}
