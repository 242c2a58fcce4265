package dev.paperround.bounce.message;

import dev.paperround.subscriber.EmailAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides by the headers whether a mail system wrote a mail, rather than a person or another program. */
final class MailSystem {
    private static final int LONGEST = 1000;
    private static final Pattern ADDRESS = Pattern.compile("<([^<>]*)>|([^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+)");
    private static final Pattern DAEMON =
            Pattern.compile("(?i)#|(?:mailer|mail|mta|smtp|delivery|m)?[-_.]?(?:daemon|demon)(?:[-_.+].*)?|"
                    + "(?:electronic|internet)?[-_.]?post[-_]?master|mailmaster|microsoftexchange.*|mail-?delivery.*");
    private static final Pattern TITLE = Pattern.compile(
            "(?i)mail(?:er)?[ -]?(?:delivery|daemon|administrator|router)|delivery (?:system|subsystem|service|status)|"
                    + "post-?master|system ?administrator|administrat(?:or|eur) syst|mail system|microsoft outlook|zustell");

    private MailSystem() {}

    // A real return path belongs to a person, unless the sender is a mail system and returns the original mail, which
    // nobody else has.
    static boolean wrote(HeaderFields headers, Optional<EmailAddress> subscriber, boolean returnsMail) {
        var returnPath = headers.first("return-path").map(MailSystem::address);
        var isReal = returnPath.filter(it -> !isDaemon(it)).isPresent();
        var from = headers.first("from").orElse("");
        var sender = address(from);
        if (isDaemon(sender) && (headers.has("from") || returnPath.isPresent())) {
            return !isReal || returnsMail;
        }
        var isReader = subscriber.isPresent()
                && EmailAddress.parse(sender)
                        .filter(it -> it.key().equals(subscriber.get().key()))
                        .isPresent();
        return !isReal
                && !isReader
                && (returnPath.isPresent() && TITLE.matcher(from).find() || returnsMail);
    }

    // Matches the null sender and names that only mail systems use.
    private static boolean isDaemon(String address) {
        var local = address.contains("@") ? address.substring(0, address.lastIndexOf('@')) : address;
        return local.isBlank() || DAEMON.matcher(local.strip()).matches();
    }

    private static String address(String header) {
        var match = ADDRESS.matcher(header.substring(0, Math.min(header.length(), LONGEST)));
        var found = "";
        while (match.find()) {
            found = match.group(1) == null ? match.group(2) : match.group(1);
        }
        return found.isEmpty() && !header.contains("<") ? header.strip() : found.strip();
    }
}
