package dev.paperround.admin.doctor;

import dev.paperround.i18n.DoctorSentence;
import dev.paperround.i18n.Failures;
import dev.paperround.i18n.LocalizedMessage;
import dev.paperround.mail.EnvelopeSender;
import dev.paperround.mail.MailFrom;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.naming.NamingException;

@Singleton
class SenderChecks {
    private static final LocalizedMessage SEE = LocalizedMessage.of(DoctorSentence.SEE_OPERATIONS);

    @Inject
    MailFrom from;

    @Inject
    EnvelopeSender envelope;

    @Inject
    DkimChecks dkim;

    @Inject
    Dns dns;

    interface Look {
        Check look() throws NamingException;
    }

    Stream<Check> checks() {
        var sender = from.domain();
        var returns = envelope.domain();
        return Stream.of(
                        Stream.of(look("dns spf", returns, () -> spf(returns))),
                        dkim.checks(),
                        Stream.of(
                                look("dns dmarc", sender, () -> dmarc(sender)),
                                look("dns mx", returns, () -> mx(returns))))
                .flatMap(it -> it);
    }

    static Check look(String check, String domain, Look look) {
        if (!PublicHosts.isPublic(domain)) {
            return Check.skipped(check, LocalizedMessage.of(DoctorSentence.NOT_PUBLIC, domain));
        }
        try {
            return look.look();
        } catch (NamingException e) {
            return Check.skipped(check, LocalizedMessage.of(DoctorSentence.NO_RESOLVER, domain, Failures.said(e)));
        }
    }

    private Check spf(String domain) throws NamingException {
        var check = "dns spf";
        var policies = beginning("v=spf1", dns.records(domain, "TXT"));
        if (policies.isEmpty()) {
            return Check.fail(
                    check,
                    LocalizedMessage.of(DoctorSentence.NO_SPF, domain),
                    LocalizedMessage.of(DoctorSentence.PUBLISH_SPF).and(SEE));
        }
        if (policies.size() > 1) {
            return Check.fail(
                    check,
                    LocalizedMessage.of(DoctorSentence.MANY_SPF, domain, policies.size()),
                    LocalizedMessage.of(DoctorSentence.MAKE_ONE));
        }
        var policy = policies.get(0);
        return policy.matches("(?i).*\\s\\+?all(\\s.*)?")
                ? Check.warn(
                        check,
                        LocalizedMessage.of(DoctorSentence.SPF_FOR_ALL, domain, policy),
                        LocalizedMessage.of(DoctorSentence.END_SPF))
                : Check.ok(check, LocalizedMessage.of(DoctorSentence.FOUND, domain, policy));
    }

    // A domain without a DMARC record inherits the one of its parent domain.
    private Check dmarc(String domain) throws NamingException {
        for (var at = domain; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
            var policies = beginning("v=dmarc1", dns.records("_dmarc." + at, "TXT"));
            if (!policies.isEmpty()) {
                return Check.ok("dns dmarc", LocalizedMessage.of(DoctorSentence.FOUND, at, policies.get(0)));
            }
        }
        return Check.warn(
                "dns dmarc",
                LocalizedMessage.of(DoctorSentence.NO_DMARC, domain),
                LocalizedMessage.of(DoctorSentence.PUBLISH_DMARC, domain).and(SEE));
    }

    private Check mx(String domain) throws NamingException {
        var hosts = dns.records(domain, "MX");
        return hosts.isEmpty()
                ? Check.warn(
                        "dns mx",
                        LocalizedMessage.of(DoctorSentence.NO_MX, domain),
                        LocalizedMessage.of(DoctorSentence.PUBLISH_MX))
                : Check.ok("dns mx", LocalizedMessage.of(DoctorSentence.FOUND, domain, String.join(", ", hosts)));
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
