package dev.paperround.paper;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads arrays from the columns of papers. */
public final class PaperRows {
    private PaperRows() {}

    public static <T> List<T> array(ResultSet row, String column, Class<T[]> type) throws SQLException {
        Array array = row.getArray(column);
        try {
            return List.of(type.cast(array.getArray()));
        } finally {
            array.free();
        }
    }

    public static Set<LocalDate> days(ResultSet row) throws SQLException {
        return array(row, "days", java.sql.Date[].class).stream()
                .map(java.sql.Date::toLocalDate)
                .collect(Collectors.toSet());
    }
}
