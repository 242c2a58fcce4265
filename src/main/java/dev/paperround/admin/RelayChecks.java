package dev.paperround.admin;

import dev.paperround.delivery.RelayCheck.Found;
import dev.paperround.language.DoctorSentence;
import dev.paperround.language.Said;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** What a relay said to a connection that sent nothing. */
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
                    Said.asIs(relay.trouble().get()),
                    Said.of(DoctorSentence.NO_MAIL_LEAVES, where, relay.variables()));
        }
        var says = Said.of(answer(relay), where);
        return relay.encrypted() || Hosts.isThisMachine(where)
                ? Check.ok(relay.name(), says)
                : Check.warn(
                        relay.name(),
                        says.and(Said.of(DoctorSentence.READ_ON_THE_WAY)),
                        Said.of(DoctorSentence.REQUIRE_TLS, relay.variables()));
    }

    private static DoctorSentence answer(Found relay) {
        if (relay.encrypted()) {
            return relay.loggedIn() ? DoctorSentence.ANSWERS_TLS_LOGIN : DoctorSentence.ANSWERS_TLS;
        }
        return relay.loggedIn() ? DoctorSentence.ANSWERS_PLAIN_LOGIN : DoctorSentence.ANSWERS_PLAIN;
    }

    private static Check password(Found relay) {
        var name = relay.name() + " password";
        return relay.passwordMayGoInTheClear() && !Hosts.isThisMachine(relay.host())
                ? Check.warn(
                        name,
                        Said.of(DoctorSentence.PASSWORD_IN_CLEAR),
                        Said.of(DoctorSentence.REQUIRE_TLS_OR_TLS, relay.variables()))
                : Check.ok(name, Said.of(relay.loggedIn() ? DoctorSentence.PASSWORD_SAFE : DoctorSentence.NO_PASSWORD));
    }
}
