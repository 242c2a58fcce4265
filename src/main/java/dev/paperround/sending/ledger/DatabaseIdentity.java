package dev.paperround.sending.ledger;

import java.util.Optional;

/**
 * Which database it is: a dump that was restored has another identity, a standby that was promoted has the same. A copy of
 * its files has the same as well, so whoever restores one gives the restore a name.
 */
public record DatabaseIdentity(String database, String restore) {
    /** Not everything that speaks PostgreSQL's protocol can tell. */
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

    /** A restore that has no name any more was accepted when it had one. */
    boolean follows(Optional<DatabaseIdentity> before) {
        return before.map(it -> database.equals(it.database) && (restore.isEmpty() || restore.equals(it.restore)))
                .orElse(restore.isEmpty());
    }

    @Override
    public String toString() {
        return restore.isEmpty() ? database : database + " " + restore;
    }
}
