package dev.paperround.admin.doctor;

import dev.paperround.health.DutyHeartbeats;
import dev.paperround.i18n.DoctorSentence;
import dev.paperround.i18n.LocalizedMessage;
import dev.paperround.sending.installation.OpenTransactions;
import dev.paperround.sending.ledger.ResultQuarantine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

@Singleton
class WorkChecks {
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration TOO_LONG = Duration.ofHours(2);

    @Inject
    DutyHeartbeats heartbeats;

    @Inject
    ResultQuarantine quarantine;

    @Inject
    OpenTransactions transactions;

    Stream<Check> checks() {
        return Stream.of(work(), ledger(), transactions());
    }

    private Check work() {
        var name = "work";
        var silent = heartbeats.silent();
        return heartbeats.troubles().stream()
                .reduce(LocalizedMessage::and)
                .map(trouble -> Check.fail(
                        name,
                        trouble,
                        LocalizedMessage.of(silent.isEmpty() ? DoctorSentence.SEE_LOG : DoctorSentence.RESTART_IT)))
                .orElseGet(() -> Check.ok(name, LocalizedMessage.of(DoctorSentence.DUTIES_DONE)));
    }

    private Check ledger() {
        var name = "ledger";
        var unrecorded = quarantine.unrecorded();
        return unrecorded == 0
                ? Check.ok(name, LocalizedMessage.of(DoctorSentence.ALL_RECORDED))
                : Check.fail(
                        name,
                        LocalizedMessage.of(DoctorSentence.NOT_RECORDED, unrecorded),
                        LocalizedMessage.of(DoctorSentence.SEE_LOG));
    }

    private Check transactions() {
        var name = "transactions";
        var oldest = transactions.oldest().filter(it -> it.age().compareTo(LONG) > 0);
        if (oldest.isEmpty()) {
            return Check.ok(name, LocalizedMessage.of(DoctorSentence.NO_OLD_TRANSACTION));
        }
        var found = oldest.get();
        var says = LocalizedMessage.of(
                DoctorSentence.OLD_TRANSACTION,
                found.age().toMinutes(),
                found.process(),
                found.user(),
                found.program());
        var mend = LocalizedMessage.of(DoctorSentence.END_TRANSACTION, found.process());
        return found.age().compareTo(TOO_LONG) > 0 ? Check.fail(name, says, mend) : Check.warn(name, says, mend);
    }
}
