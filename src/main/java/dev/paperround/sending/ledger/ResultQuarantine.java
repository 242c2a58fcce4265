package dev.paperround.sending.ledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Sets aside results that the database refuses every time, so that they do not keep all others from being written. */
@Singleton
public class ResultQuarantine {
    // SQLSTATE classes that point to a single row: data, integrity, the database's own rules, size. All other errors
    // are temporary or not one row's fault.
    private static final List<String> OF_THE_ROW = List.of("22", "23", "44", "P0", "54");

    // Beyond this number the cause is no longer single rows, and waiting does less harm.
    private static final int MOST = 100;

    private final AtomicInteger unrecorded = new AtomicInteger();

    @Inject
    public ResultQuarantine(MeterRegistry meters) {
        Gauge.builder("paperround.results.unrecorded", unrecorded::get).register(meters);
    }

    public static boolean isOfTheRow(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .filter(SQLException.class::isInstance)
                .map(it -> String.valueOf(((SQLException) it).getSQLState()))
                .anyMatch(state -> OF_THE_ROW.stream().anyMatch(state::startsWith));
    }

    // If true, the others may continue without this one. Its delivery counts as on the wire, so it is unknown after a
    // restart.
    boolean takes(LeasedDelivery delivery, Throwable failure) {
        if (unrecorded.get() >= MOST) {
            return false;
        }
        unrecorded.incrementAndGet();
        LogFields.of(
                delivery,
                () -> Log.errorf(
                        failure,
                        "The database refuses the result of delivery %d, and goes without it.",
                        delivery.id()));
        return true;
    }

    public int unrecorded() {
        return unrecorded.get();
    }
}
