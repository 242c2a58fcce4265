package dev.paperround.admin.doctor;

import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Message;
import dev.paperround.transport.smtp.RelayCheck.Found;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Checks that the mail relay accepts a connection, without sending a mail. */
@Singleton
class RelayChecks {
    Stream<Check> checks(Found relay) {
        return Stream.of(answers(relay), password(relay));
    }

    private static Check answers(Found relay) {
        var where = relay.host();
        if (relay.trouble().isPresent()) {
            return Check.fail(
                    relay.name(),
                    relay.trouble().get(),
                    Message.of(DoctorMessages.class, say -> say.noMailLeaves(where, relay.variables())));
        }
        var says = answer(relay, where);
        return relay.encrypted() || PublicHosts.isThisMachine(where)
                ? Check.ok(relay.name(), says)
                : Check.warn(
                        relay.name(),
                        says.and(Message.of(DoctorMessages.class, say -> say.readOnTheWay())),
                        Message.of(DoctorMessages.class, say -> say.requireTls(relay.variables())));
    }

    private static Message answer(Found relay, String where) {
        if (relay.encrypted()) {
            return relay.loggedIn()
                    ? Message.of(DoctorMessages.class, say -> say.answersTlsLogin(where))
                    : Message.of(DoctorMessages.class, say -> say.answersTls(where));
        }
        return relay.loggedIn()
                ? Message.of(DoctorMessages.class, say -> say.answersPlainLogin(where))
                : Message.of(DoctorMessages.class, say -> say.answersPlain(where));
    }

    private static Check password(Found relay) {
        var name = relay.name() + " password";
        return relay.passwordMayGoInTheClear() && !PublicHosts.isThisMachine(relay.host())
                ? Check.warn(
                        name,
                        Message.of(DoctorMessages.class, say -> say.passwordInClear()),
                        Message.of(DoctorMessages.class, say -> say.requireTlsOrTls(relay.variables())))
                : Check.ok(
                        name,
                        relay.loggedIn()
                                ? Message.of(DoctorMessages.class, say -> say.passwordSafe())
                                : Message.of(DoctorMessages.class, say -> say.noPassword()));
    }
}
