package dev.paperround.bounce;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** One instance at a time reads the mailbox; one that dies lets go, as the lock belongs to its database session. */
@ApplicationScoped
class MailboxLock {
    private static final String NAME = "hashtextextended('bounce mailbox', 0)";

    @Inject
    AgroalDataSource database;

    /** Does nothing while another instance is at it. */
    void with(Runnable work) {
        try (var connection = database.getConnection()) {
            if (ask(connection, "select pg_try_advisory_lock(" + NAME + ")")) {
                try {
                    work.run();
                } finally {
                    ask(connection, "select pg_advisory_unlock(" + NAME + ")");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The lock of the bounce mailbox failed.", e);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
