package dev.paperround.admin.doctor;

import dev.paperround.i18n.DoctorSentence;
import dev.paperround.i18n.LocalizedMessage;
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
            var says = LocalizedMessage.of(DoctorSentence.LINKS_TO_THIS_MACHINE, baseUrl);
            return mailLeaves
                    ? Check.fail(name, says, LocalizedMessage.of(DoctorSentence.SET_BASE_URL))
                    : Check.ok(name, LocalizedMessage.of(DoctorSentence.LINKS_WILL_DO, baseUrl));
        }
        return "https".equalsIgnoreCase(baseUrl.getScheme())
                ? Check.ok(name, LocalizedMessage.of(DoctorSentence.LINKS_LEAD, baseUrl))
                : Check.fail(
                        name,
                        LocalizedMessage.of(DoctorSentence.LINKS_WITHOUT_TLS, baseUrl),
                        LocalizedMessage.of(DoctorSentence.PUT_TLS_IN_FRONT, host));
    }

    private Check mailFrom(boolean mailLeaves) {
        var name = "mail-from";
        var domain = from.domain();
        if (PublicHosts.isPublic(domain)) {
            return Check.ok(name, LocalizedMessage.of(DoctorSentence.MAILS_COME, domain));
        }
        return mailLeaves
                ? Check.fail(
                        name,
                        LocalizedMessage.of(DoctorSentence.NOBODY_KNOWS_DOMAIN, domain),
                        LocalizedMessage.of(DoctorSentence.SET_MAIL_FROM))
                : Check.ok(name, LocalizedMessage.of(DoctorSentence.MAILS_WILL_DO, domain));
    }

    // Without a bounce address, a bounce is recognized only if it quotes the original mail, which not every server
    // does.
    private Check bounces() {
        var name = "bounces";
        return envelopeSender.isOff()
                ? Check.warn(
                        name,
                        LocalizedMessage.of(DoctorSentence.BOUNCES_OFF, from.domain()),
                        LocalizedMessage.of(DoctorSentence.SET_BOUNCES_DOMAIN))
                : Check.ok(name, LocalizedMessage.of(DoctorSentence.BOUNCES_COME, envelopeSender.domain()));
    }

    private Check secret() {
        var name = "secret";
        var newest = secret.split(",")[0].strip();
        return newest.length() >= LONG_ENOUGH
                ? Check.ok(name, LocalizedMessage.of(DoctorSentence.SECRET_LONG))
                : Check.warn(
                        name,
                        LocalizedMessage.of(DoctorSentence.SECRET_SHORT, newest.length()),
                        LocalizedMessage.of(DoctorSentence.SET_SECRET));
    }

    private Check adminToken() {
        var name = "admin-token";
        return adminToken.length() >= LONG_ENOUGH
                ? Check.ok(name, LocalizedMessage.of(DoctorSentence.TOKEN_LONG))
                : Check.warn(
                        name,
                        LocalizedMessage.of(DoctorSentence.TOKEN_SHORT, adminToken.length()),
                        LocalizedMessage.of(DoctorSentence.SET_TOKEN));
    }
}
