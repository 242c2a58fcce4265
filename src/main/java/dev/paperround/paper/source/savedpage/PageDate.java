package dev.paperround.paper.source.savedpage;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line that closes a block, such as {@code Jun 4, 2024} or {@code Aug 27}, with an optional comment count. */
record PageDate(LocalDate date, Integer comments) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    static final String FORM =
            "(?i:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\\.? (\\d{1,2})(?:, ?(\\d{4})| ((?:19|20)\\d\\d)(?= |$))?"
                    + "(?: (\\d[\\d,]{0,8}))?";
    private static final Pattern LINE = Pattern.compile(FORM);
    private static final Pattern AGO =
            Pattern.compile("(?i)(?:about |over )?(?:an?|\\d+) \\w+ ago(?: \\d+)?|yesterday|today|just now");
    // Two leap days are at most eight years apart.
    private static final int YEARS_BACK = 8;

    // A date without a year is the newest such date up to the given day.
    static Optional<PageDate> read(String line, LocalDate day) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return AGO.matcher(line).matches() ? Optional.of(new PageDate(null, null)) : Optional.empty();
        }
        int month = MONTHS.indexOf(matcher.group(1).toLowerCase(Locale.ROOT)) + 1;
        int dayOfMonth = Integer.parseInt(matcher.group(2));
        String year = matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
        LocalDate date = year != null
                ? date(Integer.parseInt(year), month, dayOfMonth).orElse(null)
                : newest(month, dayOfMonth, day);
        return Optional.of(new PageDate(date, count(matcher.group(5))));
    }

    static Integer count(String digits) {
        return digits == null ? null : Integer.valueOf(digits.replace(",", ""));
    }

    private static LocalDate newest(int month, int dayOfMonth, LocalDate day) {
        for (int year = day.getYear(); year >= day.getYear() - YEARS_BACK; year--) {
            Optional<LocalDate> date = date(year, month, dayOfMonth).filter(found -> !found.isAfter(day));
            if (date.isPresent()) {
                return date.get();
            }
        }
        return null;
    }

    private static Optional<LocalDate> date(int year, int month, int dayOfMonth) {
        try {
            return Optional.of(LocalDate.of(year, month, dayOfMonth));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
