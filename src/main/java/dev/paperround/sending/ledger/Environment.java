package dev.paperround.sending.ledger;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an installation is known by: the name it was given, or the host that its links lead to. Ports say nothing: programs
 * side by side on one machine differ in them.
 */
record Environment(String name) {
    /** Every trial on somebody's own machine; whoever goes on from there to a real address takes its database along. */
    private static final String LOCAL = "local";

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\..*|\\[::1]|0\\.0\\.0\\.0");

    static Environment of(URI baseUrl, Optional<String> name) {
        var host = baseUrl.getHost().toLowerCase(Locale.ROOT);
        return new Environment(name.map(String::strip)
                .filter(it -> !it.isEmpty())
                .orElse(THIS_MACHINE.matcher(host).matches() ? LOCAL : host));
    }

    /** Whether a database of that name may be taken as one's own without asking. */
    boolean mayFollow(String owner) {
        return owner.equals(name) || owner.equals(LOCAL);
    }
}
