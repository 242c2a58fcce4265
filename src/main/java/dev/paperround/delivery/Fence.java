package dev.paperround.delivery;

import dev.paperround.language.OperatorSentence;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A restored copy of production mails nobody: the database knows which installation may. The first takes possession; another
 * one waits until an operator says that the mails are its own now.
 */
@Singleton
public class Fence {
    private static final String OWNER = "select environment from installation";

    /** Two may start at once. */
    private static final String TAKE = """
            insert into installation (environment) values (?)
            on conflict (single) do update set environment = excluded.environment, since = now()
            where installation.environment = ?""";

    private static final String ACCEPT = """
            insert into installation (environment) values (?)
            on conflict (single) do update set environment = excluded.environment, since = now()""";

    private final AgroalDataSource database;
    private final Environment own;
    private final boolean mailStaysHere;
    private final AtomicReference<String> told = new AtomicReference<>("");

    @Inject
    Fence(
            AgroalDataSource database,
            @ConfigProperty(name = "paperround.base-url") URI baseUrl,
            @ConfigProperty(name = "paperround.environment") Optional<String> name,
            @ConfigProperty(name = "paperround.inbox.directory") Optional<String> mailbox) {
        this.database = database;
        this.own = Environment.of(baseUrl, name);
        this.mailStaysHere = mailbox.isPresent();
    }

    /** Why nothing may leave; empty where mails may. With the local mailbox none leaves anyway. */
    public Optional<String> closed() {
        return mailStaysHere ? Optional.empty() : notOwner();
    }

    public boolean open() {
        return closed().isEmpty();
    }

    /** Why this installation is not the one whose mails these are. */
    public Optional<String> notOwner() {
        var owner = owner();
        if (owner.filter(own.name()::equals).isPresent()) {
            return tell(Optional.empty());
        }
        if (owner.isEmpty() || own.mayFollow(owner.get())) {
            // A copy that is only looked at leaves no trace.
            if (!mailStaysHere) {
                execute(TAKE, own.name(), owner.orElse(""));
            }
            return tell(Optional.empty());
        }
        return tell(Optional.of(OperatorSentence.HELD_BACK.toPrograms(owner.get(), own.name())));
    }

    /** From now on the mails are this installation's. */
    public void accept() {
        execute(ACCEPT, own.name());
        Log.infof("This database sends for “%s” now, as an operator said.", own.name());
    }

    private Optional<String> tell(Optional<String> why) {
        var before = told.getAndSet(why.orElse(""));
        why.filter(it -> !it.equals(before) && !mailStaysHere).ifPresent(Log::warn);
        return why;
    }

    private Optional<String> owner() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(OWNER);
                var row = statement.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("Whose mails these are could not be read.", e);
        }
    }

    private void execute(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = LedgerConnection.prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Whose mails these are could not be written.", e);
        }
    }
}
