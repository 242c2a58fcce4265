package dev.paperround.admin.doctor;

import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Message;
import dev.paperround.mail.EnvelopeSender;
import dev.paperround.mail.MailFrom;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds settings that work technically but are not fit for production. */
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

    @Inject
    EnvelopeSender envelopeSender;

    Stream<Check> checks(boolean mailLeaves) {
        return Stream.of(baseUrl(mailLeaves), mailFrom(mailLeaves), secret(), adminToken(), bounces());
    }

    private Check baseUrl(boolean mailLeaves) {
        var name = "base-url";
        var host = baseUrl.getHost();
        if (PublicHosts.isThisMachine(host)) {
            var says = Message.of(DoctorMessages.class, say -> say.linksToThisMachine(baseUrl));
            return mailLeaves
                    ? Check.fail(name, says, Message.of(DoctorMessages.class, say -> say.setBaseUrl()))
                    : Check.ok(name, Message.of(DoctorMessages.class, say -> say.linksWillDo(baseUrl)));
        }
        return "https".equalsIgnoreCase(baseUrl.getScheme())
                ? Check.ok(name, Message.of(DoctorMessages.class, say -> say.linksLead(baseUrl)))
                : Check.fail(
                        name,
                        Message.of(DoctorMessages.class, say -> say.linksWithoutTls(baseUrl)),
                        Message.of(DoctorMessages.class, say -> say.putTlsInFront(host)));
    }

    private Check mailFrom(boolean mailLeaves) {
        var name = "mail-from";
        var domain = from.domain();
        if (PublicHosts.isPublic(domain)) {
            return Check.ok(name, Message.of(DoctorMessages.class, say -> say.mailsCome(domain)));
        }
        return mailLeaves
                ? Check.fail(
                        name,
                        Message.of(DoctorMessages.class, say -> say.nobodyKnowsDomain(domain)),
                        Message.of(DoctorMessages.class, say -> say.setMailFrom()))
                : Check.ok(name, Message.of(DoctorMessages.class, say -> say.mailsWillDo(domain)));
    }

    // Without a bounce address, a bounce is recognized only if it quotes the original mail, which not every server
    // does.
    private Check bounces() {
        var name = "bounces";
        return envelopeSender.isOff()
                ? Check.warn(
                        name,
                        Message.of(DoctorMessages.class, say -> say.bouncesOff(from.domain())),
                        Message.of(DoctorMessages.class, say -> say.setBouncesDomain()))
                : Check.ok(name, Message.of(DoctorMessages.class, say -> say.bouncesCome(envelopeSender.domain())));
    }

    private Check secret() {
        var name = "secret";
        var newest = secret.split(",")[0].strip();
        return newest.length() >= LONG_ENOUGH
                ? Check.ok(name, Message.of(DoctorMessages.class, say -> say.secretLong()))
                : Check.warn(
                        name,
                        Message.of(DoctorMessages.class, say -> say.secretShort(newest.length())),
                        Message.of(DoctorMessages.class, say -> say.setSecret()));
    }

    private Check adminToken() {
        var name = "admin-token";
        return adminToken.length() >= LONG_ENOUGH
                ? Check.ok(name, Message.of(DoctorMessages.class, say -> say.tokenLong()))
                : Check.warn(
                        name,
                        Message.of(DoctorMessages.class, say -> say.tokenShort(adminToken.length())),
                        Message.of(DoctorMessages.class, say -> say.setToken()));
    }
}
