package dev.paperround.matching.query;

import java.time.LocalDate;

// Includes both ends.
public record DayRange(LocalDate from, LocalDate to) {
    public static final DayRange ALL = new DayRange(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
}
