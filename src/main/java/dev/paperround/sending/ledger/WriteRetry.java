package dev.paperround.sending.ledger;

import dev.paperround.health.Duty;
import dev.paperround.health.DutyHeartbeats;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Repeats a write until the database takes it, so that nothing is lost while the database is down. Entries that it
 * refuses every time are found by halving, and set aside.
 */
@Singleton
public class WriteRetry {
    private static final int TRIES_A_WARNING = 20;

    private final ResultQuarantine quarantine;
    private final DutyHeartbeats heartbeats;

    @Inject
    public WriteRetry(ResultQuarantine quarantine, DutyHeartbeats heartbeats) {
        this.quarantine = quarantine;
        this.heartbeats = heartbeats;
    }

    interface Writer<T> {
        void write(List<T> entries) throws InterruptedException;

        // The same entry without text written by other systems, or null if it has none.
        T withoutWords(T entry);

        LeasedDelivery delivery(T entry);

        void setAside(T entry);

        // The number of entries and the failure are filled in.
        String warning();

        boolean isClosing();
    }

    void beat(Duty duty) {
        heartbeats.beat(duty);
    }

    void stumbled(Duty duty, Throwable failure) {
        heartbeats.failed(duty, failure);
    }

    <T> void untilWritten(Duty duty, List<T> entries, Writer<T> writer) throws InterruptedException {
        for (var failures = 0; ; failures++) {
            try {
                writer.write(entries);
                heartbeats.succeeded(duty);
                return;
            } catch (InterruptedException e) {
                endOnlyAtTheStop(writer, e);
            } catch (RuntimeException | Error e) {
                heartbeats.failed(duty, e);
                if (ResultQuarantine.isOfTheRow(e) && isWrittenInParts(duty, entries, writer, e)) {
                    return;
                }
                if (failures % TRIES_A_WARNING == 0) {
                    Log.errorf(writer.warning(), entries.size(), e);
                }
                pause(writer, failures);
            }
        }
    }

    private static void pause(Writer<?> writer, int failures) throws InterruptedException {
        try {
            LedgerConnection.AGAIN.sleepAfter(failures);
        } catch (InterruptedException e) {
            endOnlyAtTheStop(writer, e);
        }
    }

    // Any code may interrupt a thread, and that must not lose the work in hand.
    static void endOnlyAtTheStop(Writer<?> writer, InterruptedException e) throws InterruptedException {
        if (writer.isClosing()) {
            throw e;
        }
        Log.debug("A writer of the ledger was interrupted.");
    }

    private <T> boolean isWrittenInParts(Duty duty, List<T> entries, Writer<T> writer, Throwable failure)
            throws InterruptedException {
        if (entries.size() > 1) {
            untilWritten(duty, entries.subList(0, entries.size() / 2), writer);
            untilWritten(duty, entries.subList(entries.size() / 2, entries.size()), writer);
            return true;
        }
        var refused = entries.get(0);
        var without = writer.withoutWords(refused);
        if (without != null) {
            untilWritten(duty, List.of(without), writer);
            return true;
        }
        if (!quarantine.takes(writer.delivery(refused), failure)) {
            return false;
        }
        writer.setAside(refused);
        return true;
    }
}
