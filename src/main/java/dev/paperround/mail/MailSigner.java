package dev.paperround.mail;

import dev.paperround.mail.DkimSettings.KeySettings;
import dev.paperround.mail.dkim.DkimKey;
import dev.paperround.mail.dkim.DkimKeyFile;
import dev.paperround.mail.dkim.DkimSigner;
import dev.paperround.mail.dkim.UnusableKey;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

class MailSigner {
    // Keys are read at startup, so that a file that is later removed or half-written cannot stop mails.
    @Produces
    @Singleton
    @Startup
    DkimSigner signer(DkimSettings settings, MailFrom from) {
        var keys = new TreeMap<>(settings.keys())
                .entrySet().stream().map(MailSigner::key).toList();
        return new DkimSigner(settings.domain().orElseGet(from::domain).toLowerCase(Locale.ROOT), keys);
    }

    private static DkimKey key(Map.Entry<String, KeySettings> key) {
        var file = key.getValue().file();
        try {
            return DkimKeyFile.read(key.getKey(), file);
        } catch (UnusableKey e) {
            throw new IllegalStateException(file + " must hold " + e.getMessage(), e);
        }
    }
}
