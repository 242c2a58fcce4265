package dev.paperround.admin.doctor;

import dev.paperround.i18n.DoctorMessages;
import dev.paperround.i18n.Message;
import dev.paperround.mail.dkim.DkimKey;
import dev.paperround.mail.dkim.DkimSigner;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.naming.NamingException;

/** Checks that receivers can find the DKIM keys this program signs with. */
@Singleton
class DkimChecks {
    // Large mail providers expect at least this many bits.
    private static final int LONG_ENOUGH = 2048;

    @Inject
    DkimSigner signer;

    @Inject
    Dns dns;

    Stream<Check> checks() {
        return signer.keys().isEmpty()
                ? Stream.of(Check.skipped("dns dkim", Message.of(DoctorMessages.class, say -> say.dkim())))
                : signer.keys().stream().map(this::check);
    }

    private Check check(DkimKey key) {
        var name = key.selector() + "._domainkey." + signer.domain();
        var check = "dns dkim " + key.selector();
        return SenderChecks.look(check, name, () -> check(check, name, key));
    }

    private Check check(String check, String name, DkimKey key) throws NamingException {
        var records = dns.records(name, "TXT");
        var publish = Message.of(DoctorMessages.class, say -> say.publishDkim(name, key.record()));
        if (records.isEmpty()) {
            return Check.fail(check, Message.of(DoctorMessages.class, say -> say.noDkim(name)), publish);
        }
        if (records.size() > 1) {
            return Check.fail(
                    check, Message.of(DoctorMessages.class, say -> say.manyDkim(name, records.size())), publish);
        }
        if (!isOurs(tags(records.get(0)), key)) {
            return Check.fail(check, Message.of(DoctorMessages.class, say -> say.otherDkim(name)), publish);
        }
        return key.isRsa() && key.bits() < LONG_ENOUGH
                ? Check.warn(
                        check,
                        Message.of(DoctorMessages.class, say -> say.dkimShort(name, key.bits())),
                        Message.of(DoctorMessages.class, say -> say.longerDkim()))
                : Check.ok(check, Message.of(DoctorMessages.class, say -> say.dkimFound(name)));
    }

    private static boolean isOurs(Map<String, String> tags, DkimKey key) {
        return tags.getOrDefault("v", "DKIM1").equals("DKIM1")
                && tags.getOrDefault("k", "rsa").equals(key.type())
                && tags.getOrDefault("p", "").equals(key.published());
    }

    // RFC 6376, section 3.2. The tags read here allow whitespace to be removed.
    private static Map<String, String> tags(String record) {
        var tags = new HashMap<String, String>();
        for (var tag : List.of(record.replaceAll("\\s", "").split(";"))) {
            var value = tag.indexOf('=');
            if (value > 0) {
                tags.put(tag.substring(0, value), tag.substring(value + 1));
            }
        }
        return tags;
    }
}
