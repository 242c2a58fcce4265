package dev.paperround.database;

import java.sql.SQLException;

public final class UncheckedSqlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UncheckedSqlException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public synchronized SQLException getCause() {
        return (SQLException) super.getCause();
    }

    // Returns the first two characters of the SQLSTATE, which stand for a kind of error.
    public String errorClass() {
        var state = String.valueOf(getCause().getSQLState());
        return state.substring(0, Math.min(2, state.length()));
    }
}
