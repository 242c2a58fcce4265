package dev.paperround.admin.doctor;

import dev.paperround.health.DutyHeartbeats;
import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Message;
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
                .reduce(Message::and)
                .map(trouble -> Check.fail(
                        name,
                        trouble,
                        silent.isEmpty()
                                ? Message.of(DoctorMessages.class, say -> say.seeLog())
                                : Message.of(DoctorMessages.class, say -> say.restartIt())))
                .orElseGet(() -> Check.ok(name, Message.of(DoctorMessages.class, say -> say.dutiesDone())));
    }

    private Check ledger() {
        var name = "ledger";
        var unrecorded = quarantine.unrecorded();
        return unrecorded == 0
                ? Check.ok(name, Message.of(DoctorMessages.class, say -> say.allRecorded()))
                : Check.fail(
                        name,
                        Message.of(DoctorMessages.class, say -> say.notRecorded(unrecorded)),
                        Message.of(DoctorMessages.class, say -> say.seeLog()));
    }

    private Check transactions() {
        var name = "transactions";
        var oldest = transactions.oldest().filter(it -> it.age().compareTo(LONG) > 0);
        if (oldest.isEmpty()) {
            return Check.ok(name, Message.of(DoctorMessages.class, say -> say.noOldTransaction()));
        }
        var found = oldest.get();
        var says = Message.of(
                DoctorMessages.class,
                say -> say.oldTransaction(found.age().toMinutes(), found.process(), found.user(), found.program()));
        var mend = Message.of(DoctorMessages.class, say -> say.endTransaction(found.process()));
        return found.age().compareTo(TOO_LONG) > 0 ? Check.fail(name, says, mend) : Check.warn(name, says, mend);
    }
}
