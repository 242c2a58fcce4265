package dev.paperround.subscriber.preferences;

import java.time.DayOfWeek;
import java.time.LocalDate;

public enum Frequency {
    DAILY,
    WEEKDAYS,
    WEEKLY;

    boolean includes(LocalDate date, DayOfWeek weekday) {
        return switch (this) {
            case DAILY -> true;
            case WEEKDAYS -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            case WEEKLY -> date.getDayOfWeek() == weekday;
        };
    }
}
