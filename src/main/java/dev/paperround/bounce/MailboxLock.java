package dev.paperround.bounce;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;

/** Lets one instance at a time read the mailbox. The lock belongs to a database session, so a crash releases it. */
@ApplicationScoped
class MailboxLock {
    private static final String NAME = "hashtextextended('bounce mailbox', 0)";

    @Inject
    AgroalDataSource database;

    // Does nothing if another instance has the lock.
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
