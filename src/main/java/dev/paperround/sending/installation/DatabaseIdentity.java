package dev.paperround.sending.installation;

import java.util.Optional;

/**
 * Identifies a database: a restored dump gets a new identity, a promoted standby keeps its own. A copy of the data
 * files keeps it too, so a restore from files has to be given a name.
 */
public record DatabaseIdentity(String database, String restore) {
    // Some databases that speak the PostgreSQL protocol do not have this function.
    static final String TELLS = """
            select case when to_regprocedure('pg_control_system()') is null then false
                        else has_function_privilege('pg_control_system()', 'execute') end""";

    static final String DATABASE = """
            (select system_identifier from pg_control_system()) || '/' ||
            (select oid from pg_database where datname = current_database())""";

    static DatabaseIdentity of(String text) {
        var parts = text.split(" ", 2);
        return new DatabaseIdentity(parts[0], parts.length > 1 ? parts[1] : "");
    }

    // A restore whose name has since been removed was accepted while it had one.
    boolean follows(Optional<DatabaseIdentity> before) {
        return before.map(it -> database.equals(it.database) && (restore.isEmpty() || restore.equals(it.restore)))
                .orElse(restore.isEmpty());
    }

    @Override
    public String toString() {
        return restore.isEmpty() ? database : database + " " + restore;
    }
}
