package dev.paperround.sending.installation;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies an installation by its configured name, or else by the host in its links. Ports are ignored, because
 * programs on the same machine use different ones.
 */
record Environment(String name) {
    // Every trial on a local machine has this name, and its database is taken along when moving to a real address.
    private static final String LOCAL = "local";

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\..*|\\[::1]|0\\.0\\.0\\.0");

    static Environment of(URI baseUrl, Optional<String> name) {
        var host = baseUrl.getHost().toLowerCase(Locale.ROOT);
        return new Environment(name.map(String::strip)
                .filter(it -> !it.isEmpty())
                .orElse(THIS_MACHINE.matcher(host).matches() ? LOCAL : host));
    }

    // True if a database of this owner may be taken over without asking.
    boolean mayFollow(String owner) {
        return owner.equals(name) || owner.equals(LOCAL);
    }
}
