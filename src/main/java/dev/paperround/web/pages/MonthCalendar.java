package dev.paperround.web.pages;

import dev.paperround.paper.DigestDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Arranges a month of the archive by week, with links to all other months that have papers. */
record MonthCalendar(
        YearMonth month,
        List<List<Cell>> weeks,
        long papers,
        Optional<YearMonth> before,
        Optional<YearMonth> after,
        List<Year> years) {

    // Cells before the first and after the last day of the month are empty.
    record Cell(Optional<LocalDate> date, long papers) {
        public int number() {
            return date.map(LocalDate::getDayOfMonth).orElse(0);
        }
    }

    record Year(int number, List<Month> months) {}

    record Month(YearMonth month, long papers) {}

    public List<DayOfWeek> weekdays() {
        return List.of(DayOfWeek.values());
    }

    static MonthCalendar of(YearMonth month, List<DigestDay> newestFirst) {
        var byDay = newestFirst.stream().collect(Collectors.toMap(DigestDay::day, DigestDay::papers));
        var byMonth = new TreeMap<YearMonth, Long>();
        newestFirst.forEach(it -> byMonth.merge(YearMonth.from(it.day()), it.papers(), Long::sum));
        NavigableSet<YearMonth> months = new TreeSet<>(byMonth.keySet());
        return new MonthCalendar(
                month,
                weeks(month, byDay),
                byMonth.getOrDefault(month, 0L),
                Optional.ofNullable(months.lower(month)),
                Optional.ofNullable(months.higher(month)),
                years(byMonth));
    }

    private static List<List<Cell>> weeks(YearMonth month, Map<LocalDate, Long> papers) {
        var weeks = new ArrayList<List<Cell>>();
        var day = month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1L);
        while (!day.isAfter(month.atEndOfMonth())) {
            var week = new ArrayList<Cell>();
            for (var i = 0; i < 7; i++, day = day.plusDays(1)) {
                week.add(new Cell(
                        Optional.of(day).filter(it -> YearMonth.from(it).equals(month)), papers.getOrDefault(day, 0L)));
            }
            weeks.add(week);
        }
        return weeks;
    }

    private static List<Year> years(TreeMap<YearMonth, Long> byMonth) {
        var years = new LinkedHashMap<Integer, List<Month>>();
        byMonth.descendingMap()
                .forEach((month, papers) -> years.computeIfAbsent(month.getYear(), year -> new ArrayList<>())
                        .add(new Month(month, papers)));
        return years.entrySet().stream()
                .map(it -> new Year(it.getKey(), it.getValue()))
                .toList();
    }
}
