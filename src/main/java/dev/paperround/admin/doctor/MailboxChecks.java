package dev.paperround.admin.doctor;

import dev.paperround.bounce.BounceMailbox;
import dev.paperround.i18n.DoctorSentence;
import dev.paperround.i18n.LocalizedMessage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

@Singleton
class MailboxChecks {
    @Inject
    BounceMailbox mailbox;

    Stream<Check> checks() {
        return mailbox.host().stream().map(this::look);
    }

    private Check look(String host) {
        var name = "mailbox";
        return mailbox.trouble()
                .map(why -> Check.fail(
                        name,
                        LocalizedMessage.of(DoctorSentence.MAILBOX_FAILS, host, why),
                        LocalizedMessage.of(DoctorSentence.MEND_MAILBOX)))
                .orElseGet(() -> Check.ok(name, LocalizedMessage.of(DoctorSentence.MAILBOX_ANSWERS, host)));
    }
}
