package dev.paperround.admin.doctor;

import dev.paperround.i18n.DoctorSentence;
import dev.paperround.i18n.LocalizedMessage;
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
                    LocalizedMessage.asIs(relay.trouble().get()),
                    LocalizedMessage.of(DoctorSentence.NO_MAIL_LEAVES, where, relay.variables()));
        }
        var says = LocalizedMessage.of(answer(relay), where);
        return relay.encrypted() || PublicHosts.isThisMachine(where)
                ? Check.ok(relay.name(), says)
                : Check.warn(
                        relay.name(),
                        says.and(LocalizedMessage.of(DoctorSentence.READ_ON_THE_WAY)),
                        LocalizedMessage.of(DoctorSentence.REQUIRE_TLS, relay.variables()));
    }

    private static DoctorSentence answer(Found relay) {
        if (relay.encrypted()) {
            return relay.loggedIn() ? DoctorSentence.ANSWERS_TLS_LOGIN : DoctorSentence.ANSWERS_TLS;
        }
        return relay.loggedIn() ? DoctorSentence.ANSWERS_PLAIN_LOGIN : DoctorSentence.ANSWERS_PLAIN;
    }

    private static Check password(Found relay) {
        var name = relay.name() + " password";
        return relay.passwordMayGoInTheClear() && !PublicHosts.isThisMachine(relay.host())
                ? Check.warn(
                        name,
                        LocalizedMessage.of(DoctorSentence.PASSWORD_IN_CLEAR),
                        LocalizedMessage.of(DoctorSentence.REQUIRE_TLS_OR_TLS, relay.variables()))
                : Check.ok(
                        name,
                        LocalizedMessage.of(
                                relay.loggedIn() ? DoctorSentence.PASSWORD_SAFE : DoctorSentence.NO_PASSWORD));
    }
}
