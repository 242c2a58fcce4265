package dev.paperround.bounce;

import dev.paperround.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets one instance at a time read the mailbox. The lock belongs to a database session, so a crash releases it. */
@ApplicationScoped
class MailboxLock {
    private static final String NAME = "hashtextextended('bounce mailbox', 0)";

    @Inject
    Sql sql;

    // Does nothing if another instance has the lock.
    void with(Runnable work) {
        sql.onOneConnection(session -> {
            if (session.one("select pg_try_advisory_lock(" + NAME + ")", row -> row.getBoolean(1))) {
                try {
                    work.run();
                } finally {
                    session.execute("select pg_advisory_unlock(" + NAME + ")");
                }
            }
            return null;
        });
    }
}
