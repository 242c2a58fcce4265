package dev.paperround.admin.doctor;

import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Message;
import dev.paperround.sending.installation.InstallationGuard;
import dev.paperround.transport.smtp.RelayCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Checks everything a digest needs to reach a subscriber, without changing anything. */
@ApplicationScoped
class Doctor {
    // Allows only one check at a time, to protect the relay and the resolver from many requests.
    private final ReentrantLock looking = new ReentrantLock();

    @Inject
    RelayCheck relays;

    @Inject
    InstallationGuard guard;

    @Inject
    RelayChecks relayChecks;

    @Inject
    SettingChecks settings;

    @Inject
    StateChecks state;

    @Inject
    MeaningChecks meaning;

    @Inject
    WorkChecks work;

    @Inject
    MailboxChecks mailbox;

    @Inject
    SenderChecks sender;

    List<Check> look() {
        looking.lock();
        try {
            var found = relays.look();
            var mailLeaves = found.stream().anyMatch(it -> !PublicHosts.isThisMachine(it.host()));
            return Stream.of(
                            settings.checks(mailLeaves),
                            Stream.of(fence()),
                            found.stream().flatMap(relayChecks::checks),
                            mailbox.checks(),
                            state.checks(),
                            work.checks(),
                            meaning.checks(),
                            sender.checks())
                    .flatMap(it -> it)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The program stops.", e);
        } finally {
            looking.unlock();
        }
    }

    private Check fence() {
        var name = "fence";
        return guard.closed()
                .map(why -> Check.fail(name, why, Message.of(DoctorMessages.class, say -> say.acceptHere())))
                .orElseGet(() -> Check.ok(name, Message.of(DoctorMessages.class, say -> say.nothingHeldBack())));
    }
}
