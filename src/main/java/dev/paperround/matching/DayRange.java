package dev.paperround.matching;

import java.time.LocalDate;

/** Both ends included. */
record DayRange(LocalDate from, LocalDate to) {
    static final DayRange ALL = new DayRange(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
}
