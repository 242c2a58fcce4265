package dev.paperround.admin;

import dev.paperround.delivery.MailFrom;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings with which it runs, but should not run for people. */
@Singleton
class SettingChecks {
    private static final int LONG_ENOUGH = 24;

    @ConfigProperty(name = "paperround.base-url")
    URI baseUrl;

    @ConfigProperty(name = "paperround.secret")
    String secret;

    @ConfigProperty(name = "paperround.admin-token")
    String adminToken;

    @Inject
    MailFrom from;

    /** {@code mailLeaves}: whether a relay is set that is not on this machine. */
    Stream<Check> checks(boolean mailLeaves) {
        return Stream.of(baseUrl(mailLeaves), mailFrom(mailLeaves), secret(), adminToken());
    }

    private Check baseUrl(boolean mailLeaves) {
        var name = "base-url";
        var host = baseUrl.getHost();
        if (Hosts.isThisMachine(host)) {
            var says =
                    "Links in mails lead to " + baseUrl + ", which each reader's browser looks for on its own machine.";
            return mailLeaves
                    ? Check.fail(name, says, "Set PAPERROUND_BASE_URL to the address that readers reach.")
                    : Check.ok(
                            name, "Links lead to " + baseUrl + "; that will do while all mail stays on this machine.");
        }
        return "https".equalsIgnoreCase(baseUrl.getScheme())
                ? Check.ok(name, "Links lead to " + baseUrl + ".")
                : Check.fail(
                        name,
                        "Links lead to " + baseUrl + " without TLS: whoever is on the way can read and use them.",
                        "Put a proxy with TLS in front, and set PAPERROUND_BASE_URL to https://" + host + ".");
    }

    private Check mailFrom(boolean mailLeaves) {
        var name = "mail-from";
        var domain = from.domain();
        if (Hosts.isPublic(domain)) {
            return Check.ok(name, "Mails come from " + domain + ".");
        }
        return mailLeaves
                ? Check.fail(
                        name,
                        "Mails come from " + domain + ", a domain that nobody outside knows; most are refused for it.",
                        "Set PAPERROUND_MAIL_FROM to an address at a domain of yours.")
                : Check.ok(name, "Mails come from " + domain + "; that will do while they stay on this machine.");
    }

    private Check secret() {
        var name = "secret";
        var newest = secret.split(",")[0].strip();
        return newest.length() >= LONG_ENOUGH
                ? Check.ok(name, "The secret that signs links is long enough.")
                : Check.warn(
                        name,
                        "The secret that signs links has only " + newest.length() + " characters.",
                        "Put a longer one in front of it in PAPERROUND_SECRET, such as openssl rand -hex 32 makes.");
    }

    private Check adminToken() {
        var name = "admin-token";
        return adminToken.length() >= LONG_ENOUGH
                ? Check.ok(name, "The admin token is long enough.")
                : Check.warn(
                        name,
                        "The admin token has only " + adminToken.length() + " characters, and may do everything.",
                        "Set PAPERROUND_ADMIN_TOKEN to a longer one, such as openssl rand -hex 32 makes.");
    }
}
