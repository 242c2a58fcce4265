package dev.paperround.admin;

import dev.paperround.delivery.Heartbeats;
import dev.paperround.delivery.OldTransactions;
import dev.paperround.delivery.Quarantine;
import dev.paperround.language.DoctorSentence;
import dev.paperround.language.Said;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/** Whether the work that never ends goes on, and nothing stands in its way. */
@Singleton
class WorkChecks {
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration TOO_LONG = Duration.ofHours(2);

    @Inject
    Heartbeats heartbeats;

    @Inject
    Quarantine quarantine;

    @Inject
    OldTransactions transactions;

    Stream<Check> checks() {
        return Stream.of(work(), ledger(), transactions());
    }

    private Check work() {
        var name = "work";
        var silent = heartbeats.silent();
        return heartbeats.troubles().stream()
                .reduce(Said::and)
                .map(trouble -> Check.fail(
                        name, trouble, Said.of(silent.isEmpty() ? DoctorSentence.SEE_LOG : DoctorSentence.RESTART_IT)))
                .orElseGet(() -> Check.ok(name, Said.of(DoctorSentence.DUTIES_DONE)));
    }

    private Check ledger() {
        var name = "ledger";
        var unrecorded = quarantine.unrecorded();
        return unrecorded == 0
                ? Check.ok(name, Said.of(DoctorSentence.ALL_RECORDED))
                : Check.fail(name, Said.of(DoctorSentence.NOT_RECORDED, unrecorded), Said.of(DoctorSentence.SEE_LOG));
    }

    private Check transactions() {
        var name = "transactions";
        var oldest = transactions.oldest().filter(it -> it.age().compareTo(LONG) > 0);
        if (oldest.isEmpty()) {
            return Check.ok(name, Said.of(DoctorSentence.NO_OLD_TRANSACTION));
        }
        var found = oldest.get();
        var says = Said.of(
                DoctorSentence.OLD_TRANSACTION,
                found.age().toMinutes(),
                found.process(),
                found.user(),
                found.program());
        var mend = Said.of(DoctorSentence.END_TRANSACTION, found.process());
        return found.age().compareTo(TOO_LONG) > 0 ? Check.fail(name, says, mend) : Check.warn(name, says, mend);
    }
}
