package dev.paperround.admin;

import dev.paperround.delivery.EnvelopeSender;
import dev.paperround.delivery.MailFrom;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.naming.NamingException;

/** What the DNS says about who may send for the sender's domain. */
@Singleton
class SenderChecks {
    private static final String SEE = " deploy/OPERATIONS.md, “DNS for the sender”, shows one.";

    @Inject
    MailFrom from;

    @Inject
    EnvelopeSender envelope;

    @Inject
    Dns dns;

    private interface Look {
        Check look() throws NamingException;
    }

    Stream<Check> checks() {
        var sender = from.domain();
        var returns = envelope.domain();
        return Stream.of(
                look("dns spf", returns, () -> spf(returns)),
                Check.skipped(
                        "dns dkim",
                        "The relay signs, under a name only it knows: look for dkim=pass in the head of a mail you got."),
                look("dns dmarc", sender, () -> dmarc(sender)),
                look("dns mx", returns, () -> mx(returns)));
    }

    private static Check look(String check, String domain, Look look) {
        if (!Hosts.isPublic(domain)) {
            return Check.skipped(check, "No public DNS knows " + domain + ".");
        }
        try {
            return look.look();
        } catch (NamingException e) {
            return Check.skipped(check, "No resolver told of " + domain + ": " + e.getMessage());
        }
    }

    private Check spf(String domain) throws NamingException {
        var check = "dns spf";
        var policies = beginning("v=spf1", dns.records(domain, "TXT"));
        if (policies.isEmpty()) {
            return Check.fail(
                    check,
                    domain + " does not say who may send for it.",
                    "Publish a TXT record that begins with v=spf1 and names the relay." + SEE);
        }
        if (policies.size() > 1) {
            return Check.fail(
                    check,
                    domain + " has " + policies.size() + " SPF records, which receivers take for an error.",
                    "Make one of them.");
        }
        var policy = policies.get(0);
        return policy.matches("(?i).*\\s\\+?all(\\s.*)?")
                ? Check.warn(check, domain + " lets everybody send for it: " + policy, "End it with ~all or -all.")
                : Check.ok(check, domain + ": " + policy);
    }

    /** A domain without one has that of the domain above it. */
    private Check dmarc(String domain) throws NamingException {
        for (var at = domain; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
            var policies = beginning("v=dmarc1", dns.records("_dmarc." + at, "TXT"));
            if (!policies.isEmpty()) {
                return Check.ok("dns dmarc", at + ": " + policies.get(0));
            }
        }
        return Check.warn(
                "dns dmarc",
                domain + " does not say what to do with mails that are not its own; large providers ask for that.",
                "Publish a TXT record at _dmarc." + domain + " that begins with v=DMARC1, at first with p=none." + SEE);
    }

    private Check mx(String domain) throws NamingException {
        var hosts = dns.records(domain, "MX");
        return hosts.isEmpty()
                ? Check.warn(
                        "dns mx",
                        "Nobody takes mail for " + domain + ", to which bounces come back.",
                        "Publish an MX record and hand on what comes, or set PAPERROUND_BOUNCES_DOMAIN to a domain with one.")
                : Check.ok("dns mx", domain + ": " + String.join(", ", hosts));
    }

    private static List<String> beginning(String version, List<String> texts) {
        var found = new ArrayList<String>();
        for (var text : texts) {
            if (text.toLowerCase(Locale.ROOT).startsWith(version)) {
                found.add(text);
            }
        }
        return found;
    }
}
