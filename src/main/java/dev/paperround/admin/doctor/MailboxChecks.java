package dev.paperround.admin.doctor;

import dev.paperround.bounce.BounceMailbox;
import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Message;
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
                        Message.of(DoctorMessages.class, say -> say.mailboxFails(host, why)),
                        Message.of(DoctorMessages.class, say -> say.mendMailbox())))
                .orElseGet(() -> Check.ok(name, Message.of(DoctorMessages.class, say -> say.mailboxAnswers(host))));
    }
}
