package dev.paperround.sending.installation;

import dev.paperround.database.Sql;
import dev.paperround.i18n.Message;
import dev.paperround.i18n.SendMessages;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a restored copy of production from sending mail: the database records which installation may send, and from
 * which database. The first installation takes possession; any other waits until an operator accepts the mails as its
 * own.
 */
@Singleton
public class InstallationGuard {
    // Two installations may start at once, so this replaces only the owner that was read before.
    private static final String TAKE = """
            insert into installation (environment, place) values (?, ?)
            on conflict (single) do update set environment = excluded.environment,
                                               place = coalesce(installation.place, excluded.place), since = now()
            where installation.environment = ?""";

    private static final String ACCEPT = """
            insert into installation (environment, place) values (?, ?)
            on conflict (single) do update set environment = excluded.environment, place = excluded.place, since = now()""";

    private final Sql sql;
    private final RestoreRecovery recovery;
    private final Environment own;
    private final String restore;
    private final boolean mailStaysHere;
    private final AtomicReference<Optional<Message>> told = new AtomicReference<>(Optional.empty());
    private volatile Boolean tellsPlace;

    @Inject
    InstallationGuard(
            Sql sql,
            RestoreRecovery recovery,
            @ConfigProperty(name = "paperround.base-url") URI baseUrl,
            @ConfigProperty(name = "paperround.environment") Optional<String> name,
            @ConfigProperty(name = "paperround.restored") Optional<String> restore,
            @ConfigProperty(name = "paperround.inbox.directory") Optional<String> mailbox) {
        this.sql = sql;
        this.recovery = recovery;
        this.own = Environment.of(baseUrl, name);
        this.restore = restore.map(String::strip).orElse("");
        this.mailStaysHere = mailbox.isPresent();
    }

    // The owner last sent from the database at place; the program is connected to the one at here.
    private record Found(String owner, String place, String here) {
        // A database from which nothing was ever sent counts as at home.
        boolean isAtHome() {
            return owner == null
                    || here == null
                    || DatabaseIdentity.of(here)
                            .follows(Optional.ofNullable(place).map(DatabaseIdentity::of));
        }

        boolean belongsTo(Environment environment) {
            return environment.name().equals(owner) && (place != null || here == null);
        }
    }

    // Returns the reason nothing may leave, or empty if mail may leave. A local mailbox lets nothing leave anyway.
    public Optional<Message> closed() {
        return mailStaysHere ? Optional.empty() : notOwner();
    }

    public boolean open() {
        return closed().isEmpty();
    }

    // True if sending is blocked because this is not the database that sent before.
    public boolean restored() {
        return !mailStaysHere && !found().isAtHome();
    }

    public Optional<Message> notOwner() {
        var found = found();
        if (!found.isAtHome()) {
            return tell(Optional.of(Message.of(SendMessages.class, say -> say.restored())));
        }
        if (found.owner() != null && !own.mayFollow(found.owner())) {
            return tell(Optional.of(Message.of(SendMessages.class, say -> say.heldBack(found.owner(), own.name()))));
        }
        // A copy that is only being looked at leaves no trace.
        if (!mailStaysHere && !found.belongsTo(own)) {
            sql.execute(TAKE, own.name(), found.here(), found.owner());
        }
        return tell(Optional.empty());
    }

    /**
     * Makes this installation the owner of the mails. In a restored database, deliveries that were open become unknown
     * unless {@code nothingSentSince} says that nothing was sent after the backup.
     */
    @Transactional
    public void accept(boolean nothingSentSince) {
        sql.execute("select from installation for update");
        var found = found();
        sql.execute(ACCEPT, own.name(), found.here());
        if (!found.isAtHome() && !nothingSentSince) {
            recovery.settle();
        }
        Log.infof("This database sends for “%s” now, as an operator said.", own.name());
    }

    private Optional<Message> tell(Optional<Message> why) {
        var before = told.getAndSet(why);
        why.filter(it -> !why.equals(before) && !mailStaysHere).ifPresent(Log::warn);
        return why;
    }

    private Found found() {
        if (tellsPlace == null) {
            tellsPlace = sql.one(DatabaseIdentity.TELLS, row -> row.getBoolean(1));
        }
        var select = "select (select environment from installation), (select place from installation), "
                + (tellsPlace ? DatabaseIdentity.DATABASE : "cast(null as text)");
        return sql.one(select, row -> new Found(row.getString(1), row.getString(2), here(row.getString(3))));
    }

    private String here(String database) {
        return database == null ? null : new DatabaseIdentity(database, restore).toString();
    }
}
