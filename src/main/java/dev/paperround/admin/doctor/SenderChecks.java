package dev.paperround.admin.doctor;

import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Failures;
import dev.paperround.i18n.Message;
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
    private static final Message SEE = Message.of(DoctorMessages.class, say -> say.seeOperations());

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
            return Check.skipped(check, Message.of(DoctorMessages.class, say -> say.notPublic(domain)));
        }
        try {
            return look.look();
        } catch (NamingException e) {
            return Check.skipped(
                    check, Message.of(DoctorMessages.class, say -> say.noResolver(domain, Failures.said(e))));
        }
    }

    private Check spf(String domain) throws NamingException {
        var check = "dns spf";
        var policies = beginning("v=spf1", dns.records(domain, "TXT"));
        if (policies.isEmpty()) {
            return Check.fail(
                    check,
                    Message.of(DoctorMessages.class, say -> say.noSpf(domain)),
                    Message.of(DoctorMessages.class, say -> say.publishSpf()).and(SEE));
        }
        if (policies.size() > 1) {
            return Check.fail(
                    check,
                    Message.of(DoctorMessages.class, say -> say.manySpf(domain, policies.size())),
                    Message.of(DoctorMessages.class, say -> say.makeOne()));
        }
        var policy = policies.get(0);
        return policy.matches("(?i).*\\s\\+?all(\\s.*)?")
                ? Check.warn(
                        check,
                        Message.of(DoctorMessages.class, say -> say.spfForAll(domain, policy)),
                        Message.of(DoctorMessages.class, say -> say.endSpf()))
                : Check.ok(check, Message.of(DoctorMessages.class, say -> say.found(domain, policy)));
    }

    // A domain without a DMARC record inherits the one of its parent domain.
    private Check dmarc(String domain) throws NamingException {
        for (var at = domain; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
            var policies = beginning("v=dmarc1", dns.records("_dmarc." + at, "TXT"));
            if (!policies.isEmpty()) {
                var found = at;
                return Check.ok(
                        "dns dmarc", Message.of(DoctorMessages.class, say -> say.found(found, policies.get(0))));
            }
        }
        return Check.warn(
                "dns dmarc",
                Message.of(DoctorMessages.class, say -> say.noDmarc(domain)),
                Message.of(DoctorMessages.class, say -> say.publishDmarc(domain))
                        .and(SEE));
    }

    private Check mx(String domain) throws NamingException {
        var hosts = dns.records(domain, "MX");
        return hosts.isEmpty()
                ? Check.warn(
                        "dns mx",
                        Message.of(DoctorMessages.class, say -> say.noMx(domain)),
                        Message.of(DoctorMessages.class, say -> say.publishMx()))
                : Check.ok(
                        "dns mx", Message.of(DoctorMessages.class, say -> say.found(domain, String.join(", ", hosts))));
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
