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

/** Whose signature every mail carries. */
class MailSigner {
    /** At the start, so that a file that is taken away, or changed halfway, stops no mail later on. */
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
