package dev.paperround.admin;

import dev.paperround.paper.IngestRecords;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** The clock, the database and what is in it. */
@Singleton
class StateChecks {
    private static final Duration APART = Duration.ofSeconds(5);
    private static final Duration FAR_APART = Duration.ofMinutes(1);
    private static final Duration OLD = Duration.ofHours(26);

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    @Inject
    IngestRecords ingests;

    @Inject
    Flyway flyway;

    Stream<Check> checks() {
        return Stream.of(clock(), migrations(), papers());
    }

    private Check clock() {
        var name = "clock";
        var apart = Duration.between(databaseTime(), clock.instant()).abs();
        if (apart.compareTo(APART) <= 0) {
            return Check.ok(name, "This machine and the database agree on the time.");
        }
        var says = "This machine and the database are " + apart.toSeconds() + " seconds apart.";
        var mend = "Let both keep time by NTP; digests leave at this machine's hour, leases end by the database's.";
        return apart.compareTo(FAR_APART) <= 0 ? Check.warn(name, says, mend) : Check.fail(name, says, mend);
    }

    private Instant databaseTime() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select clock_timestamp()");
                var row = statement.executeQuery()) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        } catch (SQLException e) {
            throw new IllegalStateException("the database's time could not be read", e);
        }
    }

    private Check migrations() {
        var name = "migrations";
        var info = flyway.info();
        return info.pending().length == 0
                ? Check.ok(
                        name, "The schema is at version " + info.current().getVersion() + ", as this program wants it.")
                : Check.fail(
                        name,
                        info.pending().length + " migrations of this program have not been applied.",
                        "Restart it: it migrates before it answers, and the log says what keeps it from that.");
    }

    private Check papers() {
        var name = "papers";
        var newest =
                ingests.newest(Optional.empty(), Optional.empty(), 1).stream().findFirst();
        if (newest.isEmpty()) {
            return Check.warn(
                    name,
                    "No papers have been asked for or taken in yet.",
                    "Wait for the first poll, or hand some in on /admin/papers.");
        }
        var last = newest.get();
        var mend = "See /admin/papers for what each source answered, and whether this machine may reach them.";
        if (last.error() != null) {
            return Check.warn(name, "The last ingest, from " + last.source() + ", failed: " + last.error(), mend);
        }
        var age = Duration.between(last.lastAt(), clock.instant());
        return age.compareTo(OLD) <= 0
                ? Check.ok(name, "The last ingest, from " + last.source() + ", was at " + last.lastAt() + ".")
                : Check.warn(name, "Nothing has been taken in for " + age.toHours() + " hours.", mend);
    }
}
