package dev.paperround.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Lifts the network timeout during migrations, because migrating a large table may take long. */
public class PatientMigration implements Callback {
    private static final Set<Event> AFTER = EnumSet.of(Event.AFTER_EACH_MIGRATE, Event.AFTER_EACH_MIGRATE_ERROR);

    private int patience;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || AFTER.contains(event);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            var connection = context.getConnection();
            if (event == Event.BEFORE_EACH_MIGRATE) {
                patience = connection.getNetworkTimeout();
                allow(connection, 0);
            } else {
                allow(connection, patience);
            }
        } catch (SQLException e) {
            throw new FlywayException("How long a migration may take could not be set.", e);
        }
    }

    private static void allow(Connection connection, int milliseconds) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, milliseconds);
    }

    @Override
    public String getCallbackName() {
        return "patient migration";
    }
}
