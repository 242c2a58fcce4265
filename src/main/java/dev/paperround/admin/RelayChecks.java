package dev.paperround.admin;

import dev.paperround.delivery.RelayCheck.Found;
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
                    relay.trouble().get(),
                    "No mail leaves by " + where + " until this is mended. Look at " + relay.variables()
                            + "HOST, _PORT, _USERNAME, _PASSWORD, _START_TLS and _TLS, and at firewalls on the way.");
        }
        var says = "Answers at " + where + (relay.encrypted() ? ", over TLS" : ", without TLS")
                + (relay.loggedIn() ? ", and takes the login." : ".");
        return relay.encrypted() || Hosts.isThisMachine(where)
                ? Check.ok(relay.name(), says)
                : Check.warn(
                        relay.name(),
                        says + " Whoever is on the way can read every mail and use the links in it.",
                        "Set " + relay.variables() + "START_TLS=REQUIRED, with a relay that offers it.");
    }

    private static Check password(Found relay) {
        var name = relay.name() + " password";
        return relay.passwordMayGoInTheClear() && !Hosts.isThisMachine(relay.host())
                ? Check.warn(
                        name,
                        "The password is sent in the clear when the relay, or somebody in its place, offers no STARTTLS.",
                        "Set " + relay.variables() + "START_TLS=REQUIRED, or " + relay.variables() + "TLS=true.")
                : Check.ok(name, relay.loggedIn() ? "The password does not leave in the clear." : "None is set.");
    }
}
